using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-summary-list&gt;</c>: questions and answers; holds <see cref="SummaryRow"/>s.</summary>
[HtmlTargetElement("p-summary-list")]
public sealed class SummaryList() : Block("dl", "govuk-summary-list")
{
    public bool Borders { get; set; } = true;

    private protected override string? Variant => Borders ? null : "govuk-summary-list--no-border";
}

/// <summary><c>&lt;p-summary-row key="Name" action="Change" href="..."&gt;Dao&lt;/p-summary-row&gt;</c>.</summary>
[HtmlTargetElement("p-summary-row")]
public sealed class SummaryRow : TagHelper
{
    public string Key { get; set; } = "";

    /// <summary>What one can do with the answer, as "Change"; needs <see cref="Href"/>.</summary>
    public string? Action { get; set; }

    public string? Href { get; set; }

    /// <summary>What the action is about, for those who hear it without the row; by default the key, empty: nothing.</summary>
    public string? About { get; set; }

    /// <summary>Keeps the columns where other rows of the list have an action and this one has none.</summary>
    public bool NoActions { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(Element("div", Words("govuk-summary-list__row", NoActions ? "govuk-summary-list__row--no-actions" : null)).Add(
            Element("dt", "govuk-summary-list__key").Add(Key), Element("dd", "govuk-summary-list__value").Add(value), Link()));
    }

    private TagBuilder? Link() => Action is null ? null : Element("dd", "govuk-summary-list__actions").Add(
        Element("a", "govuk-link").With("href", Href).Add(Action).Add(About is "" ? null : Element("span", "govuk-visually-hidden").Add($" {About ?? Key}")));
}
