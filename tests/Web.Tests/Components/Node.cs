using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.Web.Tests.Components;

/// <summary>A tag helper with its attributes and what stands inside it, rendered as Razor does.</summary>
internal sealed class Node(TagHelper helper, params Node[] children)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string? Text { get; init; }

    public string? Html { get; init; }

    public Dictionary<string, string?> Attributes { get; init; } = [];

    public async Task<string> RenderAsync()
    {
        using var writer = new StringWriter();
        (await ContentAsync(new Dictionary<object, object>())).WriteTo(writer, Encoder);
        return writer.ToString();
    }

    private async Task<IHtmlContent> ContentAsync(IDictionary<object, object> items)
    {
        var own = new Dictionary<object, object>(items);
        var output = new TagHelperOutput("x", [.. Given().Select(a => new TagHelperAttribute(a.Key, a.Value))], async (_, _) => await InsideAsync(own));
        helper.Init(new TagHelperContext([], own, "1"));
        await helper.ProcessAsync(new TagHelperContext([], own, "1"), output);
        if (output.TagName is not null && !output.IsContentModified)
        {
            output.Content.SetHtmlContent(await InsideAsync(own));
        }

        return output;
    }

    private IEnumerable<KeyValuePair<string, string?>> Given() => Attributes.Where(a => a.Value is not null);

    private async Task<TagHelperContent> InsideAsync(Dictionary<object, object> items)
    {
        var content = new DefaultTagHelperContent().Append(Html is null ? Text ?? "" : "").AppendHtml(Html ?? "");
        foreach (var child in children)
        {
            content.AppendHtml(await child.ContentAsync(items));
        }

        return content;
    }
}
