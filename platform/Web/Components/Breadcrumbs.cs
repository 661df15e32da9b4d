using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary>A step of the way to a page.</summary>
/// <param name="Href">URL, or null for the page itself.</param>
public sealed record Crumb(string Text, string? Href);

/// <summary><c>&lt;p-breadcrumbs items="..." /&gt;</c>.</summary>
[HtmlTargetElement("p-breadcrumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Breadcrumbs(IStringLocalizer texts) : TagHelper
{
    public IReadOnlyList<Crumb> Items { get; set; } = [];

    public bool CollapseOnMobile { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = Element("ol", "govuk-breadcrumbs__list");
        foreach (var crumb in Items)
        {
            list.Add(Item(crumb));
        }

        output.TagName = null;
        output.Content.SetHtmlContent(Element("nav", Words("govuk-breadcrumbs", CollapseOnMobile ? "govuk-breadcrumbs--collapse-on-mobile" : null))
            .With("aria-label", texts["Breadcrumb"]).Add(list));
    }

    private static TagBuilder Item(Crumb crumb)
    {
        var item = Element("li", "govuk-breadcrumbs__list-item");
        return crumb.Href is null
            ? item.With("aria-current", "page").Add(crumb.Text)
            : item.Add(Element("a", "govuk-breadcrumbs__link").With("href", crumb.Href).Add(crumb.Text));
    }
}
