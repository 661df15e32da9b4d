using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary>A numbered page of a list.</summary>
public sealed record PageLink(string Number, string Href, bool Current = false);

/// <summary><c>&lt;p-pagination previous="..." next="..." /&gt;</c>: lists are paged by key, so often only these two are known.</summary>
[HtmlTargetElement("p-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Pagination(IStringLocalizer texts) : TagHelper
{
    private static readonly (string Previous, string Next) Arrows = (
        "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
        "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z");

    /// <summary>URL of the page before, or null on the first.</summary>
    public string? Previous { get; set; }

    /// <summary>URL of the page after, or null on the last.</summary>
    public string? Next { get; set; }

    public IReadOnlyList<PageLink> Items { get; set; } = [];

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        // An attribute with nothing in it arrives as an empty text.
        (Previous, Next) = (string.IsNullOrEmpty(Previous) ? null : Previous, string.IsNullOrEmpty(Next) ? null : Next);
        if (Previous is null && Next is null && Items.Count == 0)
        {
            return;
        }

        output.Content.SetHtmlContent(Element("nav", Words("govuk-pagination", Items.Count == 0 ? "govuk-pagination--block" : null))
            .With("aria-label", Label ?? texts["Pagination"]).Add(
                Step("prev", Previous, Arrows.Previous, texts["Previous page"]), Numbers(), Step("next", Next, Arrows.Next, texts["Next page"])));
    }

    private TagBuilder? Step(string direction, string? href, string arrow, string text)
    {
        if (href is null)
        {
            return null;
        }

        var icon = Element("svg", $"govuk-pagination__icon govuk-pagination__icon--{direction}").With("xmlns", "http://www.w3.org/2000/svg")
            .With("height", "13").With("width", "15").With("aria-hidden", "true").With("focusable", "false").With("viewBox", "0 0 15 13")
            .Add(Element("path").With("d", arrow));
        var title = Element("span", Words("govuk-pagination__link-title", Items.Count == 0 ? "govuk-pagination__link-title--decorated" : null)).Add(text);
        var link = Element("a", "govuk-link govuk-pagination__link").With("href", href).With("rel", direction);
        IHtmlContent[] parts = direction == "next" && Items.Count > 0 ? [title, icon] : [icon, title];
        return Element("div", $"govuk-pagination__{direction}").Add(link.Add(parts));
    }

    private TagBuilder? Numbers()
    {
        if (Items.Count == 0)
        {
            return null;
        }

        var list = Element("ul", "govuk-pagination__list");
        foreach (var page in Items)
        {
            list.Add(Element("li", Words("govuk-pagination__item", page.Current ? "govuk-pagination__item--current" : null)).Add(
                Element("a", "govuk-link govuk-pagination__link").With("href", page.Href).With("aria-label", texts["Page {0}", page.Number])
                    .With("aria-current", page.Current ? "page" : null).Add(page.Number)));
        }

        return list;
    }
}
