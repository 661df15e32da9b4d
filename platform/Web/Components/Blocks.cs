using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary>A block made of one element around its content; attributes it does not know are kept.</summary>
public abstract class Block(string element, string classes) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Words(classes, Variant, output.Attributes["class"]?.Value.ToString()));
    }

    private protected virtual string? Variant => null;
}

/// <summary><c>&lt;p-inset-text&gt;</c>: something that stands apart from the text around it.</summary>
[HtmlTargetElement("p-inset-text")]
public sealed class InsetText() : Block("div", "govuk-inset-text");

/// <summary><c>&lt;p-hint&gt;</c> outside a question.</summary>
[HtmlTargetElement("p-hint")]
public sealed class Hint() : Block("div", "govuk-hint");

/// <summary><c>&lt;p-tag colour="green"&gt;In force&lt;/p-tag&gt;</c>. Its words carry the meaning; the colour only helps.</summary>
[HtmlTargetElement("p-tag")]
public sealed class Tag() : Block("strong", "govuk-tag")
{
    /// <summary><c>grey</c>, <c>green</c>, <c>teal</c>, <c>blue</c>, <c>purple</c>, <c>magenta</c>, <c>red</c>, <c>orange</c>, <c>yellow</c>.</summary>
    public string? Colour { get; set; }

    private protected override string? Variant => Colour is null ? null : $"govuk-tag--{Colour}";
}

/// <summary><c>&lt;p-label for="given" size="m"&gt;</c> for a control written by hand.</summary>
[HtmlTargetElement("p-label")]
public sealed class Label() : Block("label", "govuk-label")
{
    public string? Size { get; set; }

    private protected override string? Variant => Size is null ? null : $"govuk-label--{Size}";
}

/// <summary><c>&lt;p-back-link p-href="..." /&gt;</c>.</summary>
[HtmlTargetElement("p-back-link")]
public sealed class BackLink(IStringLocalizer texts) : Block("a", "govuk-back-link")
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Process(context, output);
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }

        var content = await output.GetChildContentAsync();
        if (content.IsEmptyOrWhiteSpace)
        {
            output.Content.SetContent(texts["Back"]);
        }
    }
}

/// <summary><c>&lt;p-skip-link href="#main-content"&gt;</c>.</summary>
[HtmlTargetElement("p-skip-link")]
public sealed class SkipLink() : Block("a", "govuk-skip-link")
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        output.Attributes.SetAttribute("data-module", "govuk-skip-link");
    }
}

/// <summary><c>&lt;p-error-message id="x-error"&gt;</c> for a control written by hand.</summary>
[HtmlTargetElement("p-error-message")]
public sealed class ErrorMessage(IStringLocalizer texts) : Block("p", "govuk-error-message")
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        base.Process(context, output);
        output.PreContent.SetHtmlContent(Element("span", "govuk-visually-hidden").Add(texts["Error:"].Value)).Append(" ");
    }
}

/// <summary><c>&lt;p-warning-text&gt;</c>: a consequence that one must not overlook.</summary>
[HtmlTargetElement("p-warning-text")]
public sealed class WarningText(IStringLocalizer texts) : Block("div", "govuk-warning-text")
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Process(context, output);
        var content = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Element("span", "govuk-warning-text__icon").With("aria-hidden", "true").Add("!"));
        output.Content.AppendHtml(Element("strong", "govuk-warning-text__text").Add(
            Element("span", "govuk-visually-hidden").Add(texts["Warning"].Value), content));
    }
}

/// <summary><c>&lt;p-details summary="Help with dates"&gt;</c>: opened by those who need it; works without script.</summary>
[HtmlTargetElement("p-details")]
public sealed class Details() : Block("details", "govuk-details")
{
    public string Summary { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Process(context, output);
        var content = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Element("summary", "govuk-details__summary").Add(Element("span", "govuk-details__summary-text").Add(Summary)));
        output.Content.AppendHtml(Element("div", "govuk-details__text").Add(content));
    }
}

/// <summary><c>&lt;p-panel title="Application received"&gt;</c>: the end of a journey.</summary>
[HtmlTargetElement("p-panel")]
public sealed class Panel() : Block("div", "govuk-panel govuk-panel--confirmation")
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Process(context, output);
        var content = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Element("h1", "govuk-panel__title").Add(Title));
        if (!content.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Element("div", "govuk-panel__body").Add(content));
        }
    }
}

/// <summary><c>&lt;p-fieldset legend="Address"&gt;</c> around several questions.</summary>
[HtmlTargetElement("p-fieldset")]
public sealed class Fieldset : TagHelper
{
    public string? Legend { get; set; }

    public string? Size { get; set; }

    public bool Heading { get; set; }

    public string? DescribedBy { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(FormGroup.Fieldset(DescribedBy, Legend, Size, Heading, content));
    }
}
