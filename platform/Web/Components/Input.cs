using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-input name="given" label="Given name" /&gt;</c>: one line of text.</summary>
[HtmlTargetElement("p-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Input(IStringLocalizer texts) : Question(texts)
{
    public string Type { get; set; } = "text";

    /// <summary>Characters the field is wide: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public int? Width { get; set; }

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    public bool? Spellcheck { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Shown before the field, as a currency.</summary>
    public string? Prefix { get; set; }

    /// <summary>Shown after the field, as a unit.</summary>
    public string? Suffix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = PassOn(output, Control());
        // An attribute that Razor fills from null arrives empty.
        Render(output, string.IsNullOrEmpty(Prefix) && string.IsNullOrEmpty(Suffix)
            ? input
            : Element("div", "govuk-input__wrapper").Add(Affix("prefix", Prefix), input, Affix("suffix", Suffix)));
    }

    private static TagBuilder? Affix(string place, string? text) =>
        string.IsNullOrEmpty(text) ? null : Element("div", $"govuk-input__{place}").With("aria-hidden", "true").Add(text);

    private TagBuilder Control() =>
        Element("input", Words("govuk-input", Width is { } width ? $"govuk-input--width-{width}" : null, Error is null ? null : "govuk-input--error"))
            .With("id", Id).With("name", Name).With("type", Type).With("value", Type == "password" ? null : Value)
            .With("aria-describedby", Describing).With("autocomplete", Autocomplete).With("inputmode", Inputmode)
            .With("spellcheck", Spellcheck is { } spell ? spell ? "true" : "false" : null).Flag("disabled", Disabled).SelfClosing();
}
