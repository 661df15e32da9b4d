using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary>
/// What all questions share. Name, value and error come from <c>for</c> or from their own attributes; what a person had typed and the errors
/// of the model state win, so that nothing is lost when a page comes back.
/// </summary>
public abstract class Question(IStringLocalizer texts) : TagHelper
{
    private string? id;
    private string? name;
    private string? value;
    private string? error;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext? ViewContext { get; set; }

    /// <summary>A property of the page model.</summary>
    public ModelExpression? For { get; set; }

    public string Name { get => name ?? For?.Name ?? ""; set => name = value; }

    /// <summary>By default made from the name.</summary>
    public string Id { get => id ?? TagBuilder.CreateSanitizedId(Name, "_"); set => id = value; }

    public string? Value { get => Attempted(Name) ?? value ?? Format(For?.Model); set => this.value = value; }

    public string? Label { get; set; }

    /// <summary>Size of the label or legend: <c>s</c>, <c>m</c>, <c>l</c>, <c>xl</c>.</summary>
    public string? LabelSize { get; set; }

    /// <summary>The label or legend is the page's only heading.</summary>
    public bool Heading { get; set; }

    public string? Hint { get; set; }

    public string? Error { get => error ?? StateError(Name); set => error = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Ids of more elements that describe the question.</summary>
    public string? DescribedBy { get; set; }

    protected string ErrorPrefix => texts["Error:"];

    protected string HintId => $"{Id}-hint";

    protected string ErrorId => $"{Id}-error";

    protected string? Describing => Words(DescribedBy, string.IsNullOrEmpty(Hint) ? null : HintId, Error is null ? null : ErrorId);

    protected IStringLocalizer Texts => texts;

    protected string? Attempted(string key) => State(key)?.AttemptedValue;

    protected string[] AttemptedValues(string key) => State(key)?.RawValue switch
    {
        string[] several => several,
        string one => [one],
        _ => [],
    };

    protected string? StateError(string key) =>
        State(key)?.Errors.Select(e => e.ErrorMessage).FirstOrDefault(m => !string.IsNullOrEmpty(m));

    /// <summary>Label, hint and error before the control, in the order in which they are read.</summary>
    protected void Render(TagHelperOutput output, params ReadOnlySpan<Microsoft.AspNetCore.Html.IHtmlContent?> control)
    {
        var group = FormGroup.Around(Error, FormGroup.Label(Label, Id, LabelSize, Heading), FormGroup.Hint(Hint, HintId), FormGroup.Error(Error, ErrorId, ErrorPrefix));
        Replace(output, group.Add(control));
    }

    /// <summary>Puts attributes that the tag helper does not know on the control itself.</summary>
    protected static TagBuilder PassOn(TagHelperOutput output, TagBuilder control)
    {
        foreach (var attribute in output.Attributes)
        {
            var text = attribute.Value?.ToString() ?? "";
            control.Attributes[attribute.Name] = attribute.Name == "class" ? Words(control.Attributes["class"], text)! : text;
        }

        return control;
    }

    protected static void Replace(TagHelperOutput output, Microsoft.AspNetCore.Html.IHtmlContent content)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(content);
    }

    private static string? Format(object? model) => model is null ? null : Convert.ToString(model, System.Globalization.CultureInfo.InvariantCulture);

    private ModelStateEntry? State(string key) => ViewContext?.ViewData.ModelState.GetValueOrDefault(key);
}
