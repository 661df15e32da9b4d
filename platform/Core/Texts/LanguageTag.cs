using System.Text.RegularExpressions;

namespace Platform.Core.Texts;

/// <summary>Language tags of BCP 47 (RFC 5646), as text: a tag is data of the pack, not a list in code.</summary>
public static partial class LanguageTag
{
    /// <summary>True for a well-formed tag, as <c>lo</c>, <c>kjg</c>, <c>mn-Mong-CN</c>.</summary>
    public static bool IsValid(string tag) => Form().IsMatch(tag);

    /// <summary>True where the system can write dates in the language; else a pack gives its <c>formats.yaml</c>.</summary>
    public static bool HasFormats(string tag) => LanguageCulture.IsKnown(tag);

    /// <summary>The tag and its shorter parents (RFC 4647, lookup): <c>mn-Mong-CN</c>, <c>mn-Mong</c>, <c>mn</c>.</summary>
    public static IEnumerable<string> Chain(string tag)
    {
        while (true)
        {
            yield return tag;
            var cut = tag.LastIndexOf('-');
            if (cut < 0)
            {
                yield break;
            }

            // A single letter or digit introduces an extension and never ends a tag.
            tag = cut > 1 && tag[cut - 2] == '-' ? tag[..(cut - 2)] : tag[..cut];
        }
    }

    [GeneratedRegex("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
