using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-phase-banner tag="Trial"&gt;This is new.&lt;/p-phase-banner&gt;</c>.</summary>
[HtmlTargetElement("p-phase-banner")]
public sealed class PhaseBanner() : Block("div", "govuk-phase-banner govuk-width-container")
{
    public string Tag { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Process(context, output);
        var content = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Element("p", "govuk-phase-banner__content").Add(
            Element("strong", "govuk-tag govuk-phase-banner__content__tag").Add(Tag), Element("span", "govuk-phase-banner__text").Add(content)));
    }
}
