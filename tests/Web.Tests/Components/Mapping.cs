using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Web.Components;

namespace Platform.Web.Tests.Components;

/// <summary>How the options of a macro of govuk-frontend are said with a tag helper of ours.</summary>
/// <param name="Supported">The options that can be said; examples with others are listed in <c>unsupported-options.txt</c>.</param>
internal sealed partial record Mapping(string Component, Func<JsonElement, Node> Say, params string[] Supported)
{
    private static readonly SourceTexts Texts = new();

    private static readonly string[] Asked = ["name", "id", "value", "label.text", "label.classes", "label.isPageHeading", "hint.text", "errorMessage.text", "describedBy", "classes", "attributes.*"];

    private static readonly string[] Group =
    [
        "name", "idPrefix", "value", "values[]", "fieldset.legend.text", "fieldset.legend.classes", "fieldset.legend.isPageHeading", "hint.text", "errorMessage.text", "classes", "attributes.*",
        "items[].value", "items[].text", "items[].hint.text", "items[].checked", "items[].disabled", "items[].behaviour", "items[].divider", "items[].id", "items[].conditional.html",
    ];

    public static IReadOnlyList<Mapping> All { get; } =
    [
        new("button", o => new(new Button { Look = o.Flag("isStartButton") ? "start" : null, Href = o.Text("href"), Name = o.Text("name"), Value = o.Text("value"), Type = o.Text("type") ?? "submit", Disabled = o.Flag("disabled"), Once = o.Flag("preventDoubleClick") })
            { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes", "id") },
            "text", "html", "href", "name", "value", "type", "disabled", "preventDoubleClick", "classes", "id", "attributes.*"),
        new("input", o => new(Ask(new Input(Texts) { Type = o.Text("type") ?? "text", Autocomplete = o.Text("autocomplete"), Inputmode = o.Text("inputmode"), Spellcheck = o.Maybe("spellcheck"), Disabled = o.Flag("disabled"), Prefix = o.Text("prefix.text"), Suffix = o.Text("suffix.text") }, o))
            { Attributes = o.Attributes("classes", "pattern", "autocapitalize") },
            [.. Asked, "type", "autocomplete", "inputmode", "spellcheck", "disabled", "prefix.text", "suffix.text", "pattern", "autocapitalize"]),
        new("textarea", o => new(Ask(new Textarea(Texts) { Rows = int.Parse(o.Text("rows") ?? "5", System.Globalization.CultureInfo.InvariantCulture), Autocomplete = o.Text("autocomplete"), Spellcheck = o.Maybe("spellcheck"), Disabled = o.Flag("disabled") }, o))
            { Attributes = o.Attributes("classes") }, [.. Asked, "rows", "autocomplete", "spellcheck", "disabled"]),
        new("select", o => new(Ask(new Select(Texts) { Items = o.List("items").Select(i => new SelectListItem(i.Text("text"), i.Text("value"), i.Flag("selected"), i.Flag("disabled"))) }, o))
            { Attributes = o.Attributes("classes") }, [.. Asked, "items[].value", "items[].text", "items[].selected", "items[].disabled"]),
        new("file-upload", o => new(Ask(new FileUpload(Texts) { Multiple = o.Flag("multiple"), Disabled = o.Flag("disabled") }, o)) { Attributes = o.Attributes("classes") }, [.. Asked.Where(a => a != "value"), "multiple", "disabled"]),
        new("radios", o => Choose(new Radios(Texts), o), Group),
        new("checkboxes", o => Choose(new Checkboxes(Texts), o), Group),
        new("date-input", o => new(new DateInput(Texts) { Id = o.Text("id")!, Name = o.Text("namePrefix") ?? o.Text("id")!, Precision = o.Text("day") == "false" ? "month" : "day", Value = Date(o), Label = o.Text("fieldset.legend.text"), LabelSize = o.Size("fieldset.legend.classes"), Heading = o.Flag("fieldset.legend.isPageHeading"), Hint = o.Text("hint.text"), Error = o.Text("errorMessage.text") })
            { Attributes = o.Attributes("classes") }, "id", "namePrefix", "day", "values.day", "values.month", "values.year", "fieldset.legend.text", "fieldset.legend.classes", "fieldset.legend.isPageHeading", "hint.text", "errorMessage.text", "classes", "attributes.*"),
        new("error-summary", o => new(new ErrorSummary(Texts) { Title = o.Text("titleText"), Description = o.Text("descriptionText"), Errors = [.. o.List("errorList").Select(e => new FieldError(e.Text("href")?[1..], e.Text("text")!))] }),
            "titleText", "descriptionText", "errorList[].text", "errorList[].href"),
        new("error-message", o => new(new ErrorMessage(Texts)) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes", "id") }, "text", "html", "classes", "id", "attributes.*"),
        new("fieldset", o => new(new Fieldset { Legend = o.Text("legend.text"), Size = o.Size("legend.classes"), Heading = o.Flag("legend.isPageHeading"), DescribedBy = o.Text("describedBy") }) { Html = o.Text("html") },
            "legend.text", "legend.classes", "legend.isPageHeading", "describedBy", "html"),
        new("hint", o => new(new Hint()) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes", "id") }, "text", "html", "classes", "id", "attributes.*"),
        new("label", o => new(new Label()) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes", "for") }, "text", "html", "classes", "for", "attributes.*"),
        new("inset-text", o => new(new InsetText()) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes", "id") }, "text", "html", "classes", "id", "attributes.*"),
        new("details", o => new(new Details { Summary = o.Text("summaryText") ?? "" }) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes", "id") }, "summaryText", "text", "html", "classes", "id", "attributes.*"),
        new("panel", o => new(new Panel { Title = o.Text("titleText") ?? "" }) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes") }, "titleText", "text", "html", "attributes.*"),
        new("notification-banner", o => new(new NotificationBanner(Texts) { Success = o.Text("type") == "success", Title = o.Text("titleText"), TitleId = o.Text("titleId") ?? "govuk-notification-banner-title" }) { Html = o.Text("html") ?? $"<p class=\"govuk-notification-banner__heading\">{System.Net.WebUtility.HtmlEncode(o.Text("text"))}</p>" },
            "text", "html", "type", "titleText", "titleId"),
        new("warning-text", o => new(new WarningText(Texts)) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes") }, "text", "html", "classes", "attributes.*"),
        new("summary-list", Summarize, "classes", "attributes.*", "rows[].key.text", "rows[].value.text", "rows[].value.html", "rows[].actions.items[].href", "rows[].actions.items[].text", "rows[].actions.items[].visuallyHiddenText"),
        new("table", Tabulate, "classes", "attributes.*", "caption", "captionClasses", "firstCellIsHeader", "head[].text", "head[].format", "rows[][].text", "rows[][].format"),
        new("tag", o => new(new Tag()) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes") }, "text", "html", "classes", "attributes.*"),
        new("breadcrumbs", o => new(new Breadcrumbs(Texts) { CollapseOnMobile = o.Flag("collapseOnMobile"), Items = [.. o.List("items").Select(i => new Crumb(i.Text("text")!, i.Text("href")))] }), "items[].text", "items[].href", "collapseOnMobile"),
        new("back-link", o => new(new BackLink(Texts) { Href = o.Text("href") ?? "#" }) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes") }, "text", "html", "href", "classes", "attributes.*"),
        new("pagination", o => new(new Pagination(Texts) { Previous = o.Text("previous.href"), Next = o.Text("next.href"), Label = o.Text("landmarkLabel"), Items = [.. o.List("items").Select(i => new PageLink(i.Text("number")!, i.Text("href")!, i.Flag("current")))] }),
            "previous.href", "next.href", "landmarkLabel", "items[].number", "items[].href", "items[].current"),
        new("phase-banner", o => new(new PhaseBanner { Tag = o.Text("tag.text") ?? "" }) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes") }, "!tag.text", "tag.text", "text", "html", "classes", "attributes.*"),
        new("skip-link", o => new(new SkipLink()) { Text = o.Text("text"), Html = o.Text("html"), Attributes = o.Attributes("classes", "href") }, "!href", "href", "text", "html", "classes", "attributes.*"),
        new("task-list", o => new(new TaskList { IdPrefix = o.Text("idPrefix") ?? "task-list" }, [.. o.List("items").Select(Task)]) { Attributes = o.Attributes("classes") },
            "idPrefix", "classes", "attributes.*", "items[].title.text", "items[].href", "items[].hint.text", "items[].status.text", "items[].status.classes", "items[].status.tag.text", "items[].status.tag.classes"),
    ];

    // Examples whose options can be said one by one, but not so.
    private static readonly HashSet<string> Otherwise =
    [
        "select/item selected overrides value", // "not selected" against the list's value
        "fieldset/legend classes", // a class of one's own
        "label/empty",
        "button/don't prevent double click", // saying what is so anyway
        "error-summary/with description only", // a summary of no errors
        "summary-list/with actions", // several actions in one row
        "summary-list/with some actions",
        "summary-list/extreme",
    ];

    /// <summary>Whether all options of the example can be said; a name after <c>!</c> must be given, where ours has no silent default.</summary>
    public IEnumerable<string> Unsupported(Fixture fixture)
    {
        var paths = fixture.Paths().Where(p => p.Length > 0).ToList();
        var missing = Supported.Where(s => s[0] == '!' && !paths.Contains(s[1..])).Select(s => $"without {s[1..]}");
        if (Otherwise.Contains($"{Component}/{fixture.Name}"))
        {
            return [$"the example '{fixture.Name}'"];
        }

        return paths.Where(p => !Supported.Contains(p) && !(p.StartsWith("attributes.", StringComparison.Ordinal) && Supported.Contains("attributes.*"))).Concat(missing);
    }

    /// <summary>
    /// The HTML that the example asks of us. A field of a date is always named after its question: a form has more than one "day".
    /// "Previous page" is one text: a translator cannot put two halves of it together.
    /// </summary>
    public string Expected(Fixture fixture) => Component switch
    {
        "date-input" when fixture.Options.Text("namePrefix") is null => DatePart().Replace(fixture.Html, $"name=\"{fixture.Options.Text("id")}-$1\""),
        "pagination" => fixture.Html.Replace("<span class=\"govuk-visually-hidden\"> page</span>", " page", StringComparison.Ordinal),
        _ => fixture.Html,
    };

    [GeneratedRegex("name=\"(day|month|year)\"")]
    private static partial Regex DatePart();

    private static T Ask<T>(T question, JsonElement o) where T : Question
    {
        (question.Name, question.Value, question.Label, question.LabelSize) = (o.Text("name") ?? "", o.Text("value"), o.Text("label.text"), o.Size("label.classes"));
        (question.Heading, question.Hint, question.Error, question.DescribedBy) = (o.Flag("label.isPageHeading"), o.Text("hint.text"), o.Text("errorMessage.text"), o.Text("describedBy"));
        question.Id = o.Text("id") ?? question.Name;
        return question;
    }

    private static Node Choose(Platform.Web.Components.Choices group, JsonElement o)
    {
        Ask(group, o);
        (group.Id, group.Label, group.LabelSize, group.Heading) = (o.Text("idPrefix") ?? group.Name, o.Text("fieldset.legend.text"), o.Size("fieldset.legend.classes"), o.Flag("fieldset.legend.isPageHeading"));
        if (o.List("values") is { Length: > 0 } values)
        {
            group.Values = [.. values.Select(v => v.GetString()!)];
        }

        return new(group, [.. o.List("items").Select(Item)]) { Attributes = o.Attributes("classes") };
    }

    private static Node Item(JsonElement o) => o.Text("divider") is { } divider
        ? new(new Divider { Text = divider })
        : new(new Choice { Value = o.Text("value") ?? "", Label = o.Text("text"), Hint = o.Text("hint.text"), Id = o.Text("id"), Checked = o.Maybe("checked"), Disabled = o.Flag("disabled"), Exclusive = o.Text("behaviour") == "exclusive" })
        { Html = o.Text("conditional.html") is "false" ? null : o.Text("conditional.html") };

    private static string? Date(JsonElement o) => o.Text("values.year") is { } year ? $"{year}-{o.Text("values.month")}-{o.Text("values.day")}" : null;

    private static Node Task(JsonElement o) => new(new TaskItem
    {
        Title = o.Text("title.text")!,
        Href = o.Text("href"),
        Hint = o.Text("hint.text"),
        Status = o.Text("status.text") ?? o.Text("status.tag.text") ?? "",
        StatusColour = o.Text("status.tag.text") is null ? null : o.Size("status.tag.classes") ?? "",
        CannotStart = o.Text("status.classes") is not null,
    });

    private static Node Summarize(JsonElement o) => new(new SummaryList(), [.. o.List("rows").Select(r =>
    {
        var link = r.TryGetProperty("actions", out var actions) ? actions.List("items").FirstOrDefault() : default;
        var rest = o.List("rows").Any(other => other.TryGetProperty("actions", out var its) && its.List("items").Length > 0);
        var has = link.ValueKind == JsonValueKind.Object;
        return new Node(new SummaryRow { Key = r.Text("key.text") ?? "", Action = has ? link.Text("text") : null, Href = has ? link.Text("href") : null, About = has ? link.Text("visuallyHiddenText") ?? "" : null, NoActions = rest && !has })
            { Text = r.Text("value.text"), Html = r.Text("value.html") };
    })])
    { Attributes = o.Attributes("classes") };

    private static Node Tabulate(JsonElement o)
    {
        var first = o.Flag("firstCellIsHeader");
        Node Row(JsonElement[] cells, bool body) => new(new TableRow(), [.. cells.Select((c, i) =>
            new Node(new TableCell { Numeric = c.Text("format") == "numeric", Header = body && first && i == 0 }) { Text = c.Text("text") })]);
        Node[] head = o.List("head") is { Length: > 0 } titles ? [new(new TableHead(), Row(titles, body: false))] : [];
        var rows = new Node(new TableBody(), [.. o.List("rows").Select(r => Row([.. r.EnumerateArray()], body: true))]);
        return new(new Table { Caption = o.Text("caption"), CaptionSize = o.Size("captionClasses") }, [.. head, rows]) { Attributes = o.Attributes("classes") };
    }
}
