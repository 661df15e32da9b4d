using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-notification-banner success="true"&gt;</c>: what just happened, or what one must know now.</summary>
[HtmlTargetElement("p-notification-banner")]
public sealed class NotificationBanner(IStringLocalizer texts) : TagHelper
{
    public bool Success { get; set; }

    public string? Title { get; set; }

    public string TitleId { get; set; } = "govuk-notification-banner-title";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var title = Title ?? (Success ? texts["Success"] : texts["Important"]);
        output.TagName = null;
        output.Content.SetHtmlContent(Element("div", Words("govuk-notification-banner", Success ? "govuk-notification-banner--success" : null))
            .With("role", Success ? "alert" : "region").With("aria-labelledby", TitleId).With("data-module", "govuk-notification-banner").Add(
                Element("div", "govuk-notification-banner__header").Add(Element("h2", "govuk-notification-banner__title").With("id", TitleId).Add(title)),
                Element("div", "govuk-notification-banner__content").Add(content)));
    }
}
