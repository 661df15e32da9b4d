using System.Text.RegularExpressions;

namespace Platform.Core.Texts.Po;

/// <summary>Compares the places for values (<c>{0}</c>) of a text and its translation: one that is lost hides a value, one too many has none.</summary>
public static partial class PoPlaceholders
{
    /// <param name="file">Translations.</param>
    /// <param name="name">Of the file, for messages.</param>
    public static IEnumerable<TextProblem> Check(PoFile file, string name) => file.Translations.SelectMany(e => Check(e, name));

    /// <summary>True where the text has a place for a value.</summary>
    public static bool Has(string text) => Place().IsMatch(text);

    internal static IEnumerable<TextProblem> Check(PoEntry entry, string name)
    {
        var source = Places(entry.PluralId ?? entry.Id);
        foreach (var wording in entry.Strings.Select(Places))
        {
            // One of several forms may leave its number out: "one day".
            foreach (var lost in entry.PluralId is null ? source.Except(wording) : [])
            {
                yield return new(name, entry.Line, $"The translation of '{entry.Id}' has lost {{{lost}}}: write it where the value is to stand.");
            }

            foreach (var extra in wording.Except(source))
            {
                yield return new(name, entry.Line, $"The translation of '{entry.Id}' has {{{extra}}}, for which there is no value: take it out, or correct its number.");
            }
        }
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"(?<!\{)\{([0-9]+)(?:[,:][^{}]*)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
