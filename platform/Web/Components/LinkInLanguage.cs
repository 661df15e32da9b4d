using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Web.Languages;

namespace Platform.Web.Components;

/// <summary><c>&lt;a p-href="/services"&gt;</c>: a link to a page in the language of this one; also <c>&lt;form p-action&gt;</c>.</summary>
[HtmlTargetElement("a", Attributes = "p-href")]
[HtmlTargetElement("p-button", Attributes = "p-href")]
[HtmlTargetElement("p-back-link", Attributes = "p-href")]
[HtmlTargetElement("form", Attributes = "p-action")]
public sealed class LinkInLanguage : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Path within the language, as <c>/services?q=x</c>.</summary>
    [HtmlAttributeName("p-href")]
    public string? Path { get; set; }

    /// <summary>Path within the language that the form is sent to.</summary>
    [HtmlAttributeName("p-action")]
    public string? Action { get; set; }

    public override int Order => -2000;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.SetAttribute(Action is null ? "href" : "action", ViewContext.HttpContext.InLanguage(Action ?? Path!));
}
