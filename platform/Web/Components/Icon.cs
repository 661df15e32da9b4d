using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Web.Assets;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-icon name="baby" /&gt;</c>: a line icon; decoration, so hidden from screen readers.</summary>
[HtmlTargetElement("p-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Icon(Icons icons) : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(icons, Name));
    }

    internal static TagBuilder Draw(Icons icons, string name)
    {
        var svg = Element("svg", "p-icon").With("viewBox", "0 0 24 24").With("aria-hidden", "true").With("focusable", "false");
        svg.InnerHtml.AppendHtml(icons.Shape(name));
        return svg;
    }
}
