using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-textarea name="reason" label="Why?" /&gt;</c>: several lines of text.</summary>
[HtmlTargetElement("p-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Textarea(IStringLocalizer texts) : Question(texts)
{
    public int Rows { get; set; } = 5;

    public string? Autocomplete { get; set; }

    public bool? Spellcheck { get; set; }

    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Render(output, PassOn(output,
        Element("textarea", Words("govuk-textarea", Error is null ? null : "govuk-textarea--error"))
            .With("id", Id).With("name", Name).With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("aria-describedby", Describing).With("autocomplete", Autocomplete)
            .With("spellcheck", Spellcheck is { } spell ? spell ? "true" : "false" : null).Flag("disabled", Disabled).Add(Value)));
}
