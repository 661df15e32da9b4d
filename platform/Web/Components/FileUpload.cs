using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-file-upload name="photo" label="Photo" accept="image/jpeg" /&gt;</c>. The form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("p-file-upload", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileUpload(IStringLocalizer texts) : Question(texts)
{
    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Render(output, PassOn(output,
        Element("input", Words("govuk-file-upload", Error is null ? null : "govuk-file-upload--error"))
            .With("id", Id).With("name", Name).With("type", "file").With("accept", Accept).Flag("multiple", Multiple)
            .Flag("disabled", Disabled).With("aria-describedby", Describing).SelfClosing()));
}
