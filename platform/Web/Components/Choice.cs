using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Core.Packs;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary>One radio or checkbox. What stands inside it is asked only when it is chosen; without script it is always shown.</summary>
[HtmlTargetElement("p-radio")]
[HtmlTargetElement("p-checkbox")]
public sealed class Choice : TagHelper
{
    public string Value { get; set; } = "";

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Name of a line icon that stands before the label.</summary>
    public string? Icon { get; set; }

    /// <summary>The label, spoken.</summary>
    public Recording? Recording { get; set; }

    public string? Id { get; set; }

    /// <summary>By default: whether the group's values hold this one.</summary>
    public bool? Checked { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Choosing this checkbox clears the others, as "None of these".</summary>
    public bool Exclusive { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var group = (Choices)context.Items[typeof(Choices)];
        var inside = await output.GetChildContentAsync();
        var id = Id ?? group.NextId();
        var isChecked = Checked ?? group.Values.Contains(Value);
        output.TagName = null;
        output.Content.SetHtmlContent(Item(group, id, isChecked, hasInside: !inside.IsEmptyOrWhiteSpace));
        if (!inside.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Element("div", Words($"govuk-{group.Kind}__conditional", isChecked ? null : $"govuk-{group.Kind}__conditional--hidden"))
                .With("id", $"conditional-{id}").Add(inside));
        }
    }

    private TagBuilder Item(Choices group, string id, bool isChecked, bool hasInside) =>
        Element("div", $"govuk-{group.Kind}__item").Add(
            Control(group, id, hasInside).Flag("checked", isChecked).SelfClosing(),
            FormGroup.Label(Label, id, classes: $"govuk-{group.Kind}__label", before: string.IsNullOrEmpty(Icon) ? null : group.Draw(Icon)),
            FormGroup.Hint(Hint, $"{id}-item-hint", $"govuk-{group.Kind}__hint"),
            Listen.Draw(group.Texts, Recording, Label ?? ""));

    private TagBuilder Control(Choices group, string id, bool hasInside)
    {
        var input = Element("input", $"govuk-{group.Kind}__input").With("id", id).With("name", group.Name)
            .With("type", group.Kind == "radios" ? "radio" : "checkbox").Flag("disabled", Disabled)
            .With("data-aria-controls", hasInside ? $"conditional-{id}" : null)
            .With("data-behaviour", Exclusive ? "exclusive" : null)
            .With("aria-describedby", Words(group.DescribesEach, string.IsNullOrEmpty(Hint) ? null : $"{id}-item-hint"));
        input.Attributes["value"] = Value;
        return input;
    }
}

/// <summary><c>&lt;p-divider text="or" /&gt;</c> between choices.</summary>
[HtmlTargetElement("p-divider", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Divider : TagHelper
{
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var group = (Choices)context.Items[typeof(Choices)];
        group.NextId(); // a divider counts as a place in the list
        output.TagName = null;
        output.Content.SetHtmlContent(Element("div", $"govuk-{group.Kind}__divider").Add(Text));
    }
}
