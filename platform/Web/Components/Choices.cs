using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Web.Assets;
using static Platform.Web.Components.Elements;

namespace Platform.Web.Components;

/// <summary>A group of radios or checkboxes around its <see cref="Choice"/>s.</summary>
public abstract class Choices(IStringLocalizer texts, string kind) : Question(texts)
{
    private IReadOnlyList<string>? values;
    private int count;

    /// <summary>The values chosen, where several may be.</summary>
    public IReadOnlyList<string> Values
    {
        get => AttemptedValues(Name) is { Length: > 0 } attempted ? attempted : values ?? (Value is { Length: > 0 } one ? [one] : []);
        set => values = value;
    }

    /// <summary>Smaller controls, for lists that are not the page's question.</summary>
    public bool Small { get; set; }

    /// <summary>Side by side; for two short radios.</summary>
    public bool Inline { get; set; }

    internal string Kind => kind;

    internal new IStringLocalizer Texts => base.Texts;

    internal TagBuilder Draw(string icon) => Components.Icon.Draw(ViewContext!.HttpContext.RequestServices.GetRequiredService<Icons>(), icon);

    /// <summary>Without a legend nothing but the checkboxes themselves can be described.</summary>
    internal string? DescribesEach => kind == "checkboxes" && Label is null ? Describing : null;

    /// <summary>The first choice has the group's own id, so that the error summary leads to it.</summary>
    internal string NextId() => ++count == 1 ? Id : $"{Id}-{count}";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(Choices)] = this;
        var choices = await output.GetChildContentAsync();
        var list = PassOn(output, Element("div", Words($"govuk-{kind}", Inline ? $"govuk-{kind}--inline" : null, Small ? $"govuk-{kind}--small" : null)))
            .With("data-module", $"govuk-{kind}").Add(choices);
        var (hint, error) = (FormGroup.Hint(Hint, HintId), FormGroup.Error(Error, ErrorId, ErrorPrefix));
        Replace(output, Label is null
            ? FormGroup.Around(Error, hint, error, list)
            : FormGroup.Around(Error, FormGroup.Fieldset(Describing, Label, LabelSize, Heading, hint, error, list)));
    }
}

/// <summary><c>&lt;p-radios name="tenure" label="Do you rent?"&gt;&lt;p-radio value="yes" label="Yes" /&gt;...</c></summary>
[HtmlTargetElement("p-radios")]
public sealed class Radios(IStringLocalizer texts) : Choices(texts, "radios");

/// <summary><c>&lt;p-checkboxes name="needs" label="What do you need?"&gt;&lt;p-checkbox value="a" label="A" /&gt;...</c></summary>
[HtmlTargetElement("p-checkboxes")]
public sealed class Checkboxes(IStringLocalizer texts) : Choices(texts, "checkboxes");
