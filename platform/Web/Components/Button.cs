using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-button&gt;Continue&lt;/p-button&gt;</c>; with <c>href</c> a link that looks like one, for starting something.</summary>
[HtmlTargetElement("p-button")]
public sealed class Button : TagHelper
{
    /// <summary>Null, <c>secondary</c>, <c>warning</c> or <c>start</c>.</summary>
    public string? Look { get; set; }

    public string? Href { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    public string Type { get; set; } = "submit";

    public bool Disabled { get; set; }

    /// <summary>A second click within a second is ignored.</summary>
    public bool Once { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        Href ??= output.Attributes["href"]?.Value.ToString();
        var button = Href is null
            ? Element("button").With("type", Type).With("name", Name).With("value", Value).Flag("disabled", Disabled).With("aria-disabled", Disabled ? "true" : null)
            : Element("a").With("href", Href).With("role", "button").With("draggable", "false");
        button.With("class", Words("govuk-button", Look is null ? null : $"govuk-button--{Look}", output.Attributes["class"]?.Value.ToString()))
            .With("data-module", "govuk-button").With("data-prevent-double-click", Once ? "true" : null).Add(content);
        foreach (var attribute in output.Attributes.Where(a => a.Name != "class"))
        {
            button.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        }

        output.TagName = null;
        output.Content.SetHtmlContent(button);
    }
}
