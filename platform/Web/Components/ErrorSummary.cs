using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary>A mistake and the field it leads to.</summary>
/// <param name="FieldId">Id of the field; null: a mistake of the whole page.</param>
public sealed record FieldError(string? FieldId, string Text);

/// <summary><c>&lt;p-error-summary /&gt;</c>: all mistakes of the page at its top, by default those of the model state; nothing where there are none.</summary>
[HtmlTargetElement("p-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummary(IStringLocalizer texts) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext? ViewContext { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public IReadOnlyList<FieldError>? Errors { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var errors = Errors ?? FromState();
        if (errors.Count == 0)
        {
            return;
        }

        ViewContext?.HttpContext.TellErrors();
        var list = Element("ul", "govuk-list govuk-error-summary__list");
        foreach (var error in errors)
        {
            list.Add(Element("li").Add(error.FieldId is null ? Element("span").Add(error.Text).InnerHtml : Element("a").With("href", $"#{error.FieldId}").Add(error.Text)));
        }

        output.Content.SetHtmlContent(Element("div", "govuk-error-summary").With("data-module", "govuk-error-summary").Add(
            Element("div").With("role", "alert").Add(
                Element("h2", "govuk-error-summary__title").Add(Title ?? texts["There is a problem"]),
                Element("div", "govuk-error-summary__body").Add(Description is null ? null : Element("p").Add(Description), list))));
    }

    private List<FieldError> FromState() => [.. from entry in ViewContext?.ViewData.ModelState ?? []
                                                from error in entry.Value!.Errors
                                                orderby Requirements.Place(error)
                                                select new FieldError(entry.Key.Length == 0 ? null : TagBuilder.CreateSanitizedId(entry.Key, "_"), error.ErrorMessage)];
}
