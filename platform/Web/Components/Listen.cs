using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Web.Recordings;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary>
/// <c>&lt;p-listen recording="..." words="Where do you live?" /&gt;</c>: a text to be heard. Nothing of it is fetched before somebody wants it;
/// nothing is drawn where there is no recording.
/// </summary>
[HtmlTargetElement("p-listen", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Listen(IStringLocalizer texts) : TagHelper
{
    public Recording? Recording { get; set; }

    /// <summary>What is spoken; names the control to those who do not see where it stands.</summary>
    public string Words { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Recording is null ? null : Draw(texts, Recording, Words));
    }

    internal static TagBuilder? Draw(IStringLocalizer texts, Recording? recording, string words) => recording is null ? null : Element("div", "p-listen").Add(
        Element("audio").Flag("controls", true).With("preload", "none").With("aria-label", texts["Listen: {0}", words]).With("src", RecordingEndpoint.UrlOf(recording)),
        recording.IsSynthesised ? Element("span", "p-listen__mark").Add(texts["Synthesised speech"]) : null);
}
