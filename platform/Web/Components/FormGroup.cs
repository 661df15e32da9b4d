using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary>The parts that stand around every question: label or legend, hint, error.</summary>
internal static class FormGroup
{
    public static TagBuilder Around(string? error, params ReadOnlySpan<IHtmlContent?> parts) =>
        Element("div", Words("govuk-form-group", error is null ? null : "govuk-form-group--error")).Add(parts);

    /// <param name="size"><c>s</c>, <c>m</c>, <c>l</c> or <c>xl</c>.</param>
    /// <param name="heading">The label is the page's heading.</param>
    public static IHtmlContent? Label(string? text, string? inputId, string? size = null, bool heading = false, string? classes = null, IHtmlContent? before = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var label = Element("label", Words("govuk-label", size is null ? null : $"govuk-label--{size}", classes)).With("for", inputId).Add(before).Add(text);
        return heading ? Element("h1", "govuk-label-wrapper").Add(label) : label;
    }

    public static TagBuilder? Hint(string? text, string id, string? classes = null) =>
        string.IsNullOrEmpty(text) ? null : Element("div", Words("govuk-hint", classes)).With("id", id).Add(text);

    /// <param name="prefix">What a screen reader says before it, as "Error:".</param>
    public static TagBuilder? Error(string? text, string? id, string prefix) => string.IsNullOrEmpty(text)
        ? null
        : Element("p", "govuk-error-message").With("id", id).Add(Element("span", "govuk-visually-hidden").Add(prefix)).Add(" ").Add(text);

    public static TagBuilder Fieldset(string? describedBy, string? legend, string? size, bool heading, params ReadOnlySpan<IHtmlContent?> parts)
    {
        var fieldset = Element("fieldset", "govuk-fieldset").With("aria-describedby", describedBy);
        if (!string.IsNullOrEmpty(legend))
        {
            var element = Element("legend", Words("govuk-fieldset__legend", size is null ? null : $"govuk-fieldset__legend--{size}"));
            fieldset.Add(heading ? element.Add(Element("h1", "govuk-fieldset__heading").Add(legend)) : element.Add(legend));
        }

        return fieldset.Add(parts);
    }
}
