using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary><c>&lt;p-select name="district" label="District" items="..." /&gt;</c>: one of a list too long for radios.</summary>
[HtmlTargetElement("p-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Select(IStringLocalizer texts) : Question(texts)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = Element("select", Words("govuk-select", Error is null ? null : "govuk-select--error"))
            .With("id", Id).With("name", Name).With("aria-describedby", Describing).Flag("disabled", Disabled);
        var chosen = Value;
        foreach (var item in Items)
        {
            select.Add(Option(item, chosen is null ? item.Selected : chosen == (item.Value ?? item.Text)));
        }

        Render(output, PassOn(output, select));
    }

    private static TagBuilder Option(SelectListItem item, bool selected)
    {
        var option = Element("option").Flag("selected", selected).Flag("disabled", item.Disabled).Add(item.Text);
        if (item.Value is not null)
        {
            option.Attributes["value"] = item.Value;
        }

        return option;
    }
}
