using System.Text.RegularExpressions;

namespace Platform.Core.Packs;

/// <summary>BCP 47 tags: any language, script and region, three letters included.</summary>
internal static partial class LanguageTag
{
    public static bool IsTag(string text) => Form().IsMatch(text);

    public static string? Read(PackScalar? scalar, PackProblems problems)
    {
        if (scalar is null || IsTag(scalar.Value))
        {
            return scalar?.Value;
        }
        problems.Add(scalar.Source, "'{0}' is not a language tag: write it as in BCP 47, for example en, kjg or mn-Mong.", scalar.Value);
        return null;
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
