using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-task-list&gt;</c>: the parts of a long journey; holds <see cref="TaskItem"/>s.</summary>
[HtmlTargetElement("p-task-list")]
public sealed class TaskList() : Block("ul", "govuk-task-list")
{
    private int count;

    public string IdPrefix { get; set; } = "task-list";

    internal string NextId() => string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}-{++count}");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        context.Items[typeof(TaskList)] = this;
    }
}

/// <summary><c>&lt;p-task title="Your details" href="..." status="Completed" /&gt;</c>.</summary>
[HtmlTargetElement("p-task", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TaskItem : TagHelper
{
    public string Title { get; set; } = "";

    /// <summary>Null while the task cannot be started.</summary>
    public string? Href { get; set; }

    public string? Hint { get; set; }

    public string Status { get; set; } = "";

    /// <summary>Colour of the status's tag; empty: the plain tag; null: text without a tag.</summary>
    public string? StatusColour { get; set; }

    /// <summary>The status stands grey: nothing can be done yet.</summary>
    public bool CannotStart { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = ((TaskList)context.Items[typeof(TaskList)]).NextId();
        var (hintId, statusId) = ($"{id}-hint", $"{id}-status");
        var hint = Hint is null ? null : Element("div", "govuk-task-list__hint").With("id", hintId).Add(Hint);
        var title = Href is null
            ? Element("div").Add(Title)
            : Element("a", "govuk-link govuk-task-list__link").With("href", Href).With("aria-describedby", Words(Hint is null ? null : hintId, statusId)).Add(Title);
        output.TagName = null;
        output.Content.SetHtmlContent(Element("li", Words("govuk-task-list__item", Href is null ? null : "govuk-task-list__item--with-link")).Add(
            Element("div", "govuk-task-list__name-and-hint").Add(title, hint), StatusOf(statusId)));
    }

    private TagBuilder StatusOf(string id)
    {
        var status = Element("div", Words("govuk-task-list__status", CannotStart ? "govuk-task-list__status--cannot-start-yet" : null)).With("id", id);
        return StatusColour is null ? status.Add(Status) : status.Add(Element("strong", Words("govuk-tag", StatusColour.Length == 0 ? null : $"govuk-tag--{StatusColour}")).Add(Status));
    }
}
