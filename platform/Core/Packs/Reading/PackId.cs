using System.Text.RegularExpressions;

namespace Platform.Core.Packs;

/// <summary>The two forms of names in a pack.</summary>
public static partial class PackId
{
    /// <summary>True for names that expressions may use: <c>[a-z][a-z0-9_]*</c>.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>True for kebab-case names.</summary>
    public static bool IsSlug(string text) => Slug().IsMatch(text);

    /// <summary>The id that was most likely meant, so that one which is wrong is one mistake and not one more for each expression that reads it.</summary>
    internal static string ToId(string text) => IsId(text) ? text : text.ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    [GeneratedRegex("^[a-z][a-z0-9_]*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
