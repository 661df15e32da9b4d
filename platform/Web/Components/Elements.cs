using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Platform.Web.Components;

/// <summary>Short words for building elements. Strings are always encoded; only <see cref="IHtmlContent"/> goes in as it is.</summary>
internal static class Elements
{
    public static TagBuilder Element(string name, string? classes = null) => new TagBuilder(name).With("class", classes);

    /// <summary>Leaves the attribute out where it has no value.</summary>
    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            element.Attributes[attribute] = value;
        }

        return element;
    }

    public static TagBuilder Flag(this TagBuilder element, string attribute, bool present)
    {
        if (present)
        {
            element.Attributes[attribute] = "";
        }

        return element;
    }

    public static TagBuilder Add(this TagBuilder element, string? text)
    {
        element.InnerHtml.Append(text ?? "");
        return element;
    }

    public static TagBuilder Add(this TagBuilder element, params ReadOnlySpan<IHtmlContent?> contents)
    {
        foreach (var content in contents)
        {
            if (content is not null)
            {
                element.InnerHtml.AppendHtml(content);
            }
        }

        return element;
    }

    public static TagBuilder SelfClosing(this TagBuilder element)
    {
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    /// <summary>Joins class names and ids, leaving out what is absent.</summary>
    public static string? Words(params ReadOnlySpan<string?> words)
    {
        var all = "";
        foreach (var word in words)
        {
            all = string.IsNullOrEmpty(word) ? all : all.Length == 0 ? word : $"{all} {word}";
        }

        return all.Length == 0 ? null : all;
    }
}
