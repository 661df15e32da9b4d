using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Core.People;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary>
/// <c>&lt;p-date-input name="born" label="Date of birth" /&gt;</c>: fields <c>born-day</c>, <c>born-month</c>, <c>born-year</c> in the order of the
/// page's language. With a lesser precision the finer fields are left out.
/// </summary>
[HtmlTargetElement("p-date-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateInput(IStringLocalizer texts) : Question(texts)
{
    /// <summary><c>day</c>, <c>month</c> or <c>year</c>.</summary>
    public string Precision { get; set; } = "day";

    /// <summary>What stands between the name and its parts.</summary>
    public string Joint { get; set; } = "-";

    /// <summary>What was typed in a part, where the page keeps that itself.</summary>
    public Func<string, string?>? Typed { get; set; }

    /// <summary>Whether a part is wrong, where the page knows that itself.</summary>
    public Func<string, bool>? Wrong { get; set; }

    /// <summary><c>bday</c>: the browser may fill in the date of birth.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>What was sent in the fields of this name; null when all are empty.</summary>
    /// <returns>False where no calendar has such a date.</returns>
    public static bool TryRead(IFormCollection form, string name, out PartialDate? date)
    {
        ArgumentNullException.ThrowIfNull(form);
        return PartialDate.TryRead(form[$"{name}-year"].ToString(), form[$"{name}-month"].ToString(), form[$"{name}-day"].ToString(), out date);
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = PassOn(output, Element("div", "govuk-date-input").With("id", Id));
        foreach (var part in Parts(Precision))
        {
            list.Add(Item(part));
        }

        var (hint, error) = (FormGroup.Hint(Hint, HintId), FormGroup.Error(Error, ErrorId, ErrorPrefix));
        Replace(output, Label is null
            ? FormGroup.Around(Error, hint, error, list)
            : FormGroup.Around(Error, FormGroup.Fieldset(Describing, Label, LabelSize, Heading, hint, error, list).With("role", "group")));
    }

    /// <summary><c>day</c>, <c>month</c> and <c>year</c>, or fewer, in the order of the page's language.</summary>
    public static IEnumerable<string> Parts(string precision)
    {
        var pattern = CultureInfo.CurrentCulture.DateTimeFormat.ShortDatePattern;
        string[] wanted = precision switch { "year" => ["year"], "month" => ["month", "year"], _ => ["day", "month", "year"] };
        return wanted.OrderBy(part => pattern.IndexOf(part == "day" ? 'd' : part == "month" ? 'M' : 'y', StringComparison.Ordinal));
    }

    private TagBuilder Item(string part)
    {
        var (id, key) = (TagBuilder.CreateSanitizedId($"{Id}{Joint}{part}", "_"), Key(part));
        var wrong = Error is not null && (IsWrong(part) || !Parts(Precision).Any(IsWrong));
        var input = Element("input", Words("govuk-input govuk-date-input__input", part == "year" ? "govuk-input--width-4" : "govuk-input--width-2", wrong ? "govuk-input--error" : null))
            .With("id", id).With("name", key).With("type", "text").With("value", PartValue(part)).With("inputmode", "numeric")
            .With("autocomplete", Autocomplete is null ? null : $"{Autocomplete}-{part}").SelfClosing();
        return Element("div", "govuk-date-input__item").Add(FormGroup.Around(null, FormGroup.Label(PartLabel(part), id, classes: "govuk-date-input__label"), input));
    }

    private string Key(string part) => $"{Name}{Joint}{part}";

    private bool IsWrong(string part) => Wrong?.Invoke(part) ?? StateError(Key(part)) is not null;

    private string PartLabel(string part)
    {
        var texts = Texts;
        return part switch { "day" => texts["Day"], "month" => texts["Month"], _ => texts["Year"] };
    }

    // "2026-03-02", or less precise "2026-03", "2026".
    private string? PartValue(string part)
    {
        if ((Typed is { } typed ? typed(part) ?? "" : Attempted(Key(part)) ?? Sent(Key(part))) is { } attempted)
        {
            return attempted;
        }

        var given = Value?.Split('-') ?? [];
        var at = part switch { "year" => 0, "month" => 1, _ => 2 };
        return given.Length > at ? given[at].TrimStart('0') : null;
    }

    // No handler binds the parts one by one, so the model state does not know them.
    private string? Sent(string field) => ViewContext?.HttpContext.Request is { HasFormContentType: true } request && request.Form.TryGetValue(field, out var sent) ? sent.ToString() : null;
}
