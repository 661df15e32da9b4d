using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Web.Assets;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-icon name="baby" /&gt;</c>: a line icon; decoration, so hidden from screen readers.</summary>
[HtmlTargetElement("p-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Icon(Icons icons) : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "p-icon");
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(icons.Shape(Name));
    }
}
