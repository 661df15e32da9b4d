using System.Text.RegularExpressions;
using Platform.Core.Texts;
using Platform.Core.Texts.Po;
using Platform.Testing;

namespace Platform.Conventions.Tests;

/// <summary>The files of translations say what the code says: nothing is forgotten, nothing is left over.</summary>
public sealed partial class TextFileTests
{
    /// <summary>The language this repository is delivered with; others are their countries' own.</summary>
    private const string Delivered = "lo";

    private static readonly string Locales = Path.Combine(TestFolder.RepositoryRoot, "locales");

    private static IEnumerable<(string File, PoEntry Entry)> Translations =>
        from folder in Directory.GetDirectories(Locales)
        from path in Directory.GetFiles(folder, "*.po").Order(StringComparer.Ordinal)
        from entry in PoFile.Load(path).Translations
        select (SourceTree.Relative(path), entry);

    [Fact]
    public void The_templates_are_those_of_the_code_else_run_egov_texts_extract()
    {
        var scanned = TextTemplate.Scan(TestFolder.RepositoryRoot).ToDictionary(t => t.Name, t => t.File.ToString());

        Assert.Equal(scanned.Keys.Order(StringComparer.Ordinal), TextTemplate.Load(Locales).Select(t => t.Name));
        Found.Nothing(scanned.Where(t => File.ReadAllText(Path.Combine(Locales, $"{t.Key}.pot")) != t.Value).Select(t => $"{t.Key}.pot"));
    }

    [Fact]
    public void Every_text_has_a_wording_or_a_draft_in_the_delivered_language()
    {
        var missing =
            from template in TextTemplate.Load(Locales)
            let written = PoFile.Load(Path.Combine(Locales, Delivered, $"{template.Name}.po")).Translations.Select(e => (e.Context, e.Id)).ToHashSet()
            from entry in template.File.Entries
            where !entry.IsHeader && !written.Contains((entry.Context, entry.Id))
            select $"{template.Name}: {entry.Id}";

        Found.Nothing(missing);
    }

    [Fact]
    public void A_translation_has_the_placeholders_of_its_text()
    {
        var wrong =
            from found in Translations
            from wording in found.Entry.Strings
            where !Placeholders(wording).SetEquals(Placeholders(found.Entry.PluralId ?? found.Entry.Id))
            select $"{found.File}:{found.Entry.Line}: {wording}";

        Found.Nothing(wrong);
    }

    // Glossaries only warn: a word may be right in its place.
    [Fact]
    public void No_language_has_a_mistake_that_egov_texts_check_finds() =>
        Found.Nothing(Directory.GetDirectories(Locales).SelectMany(folder => TextCheck.Folder(folder, $"locales/{Path.GetFileName(folder)}").Problems).Select(p => p.ToString()));

    // All files of a language are one catalog: of two wordings one would never be seen.
    [Fact]
    public void The_same_text_has_the_same_wording_in_every_file_of_a_language()
    {
        var differing =
            from same in Translations.GroupBy(t => (Folder: Path.GetDirectoryName(t.File), t.Entry.Context, t.Entry.Id))
            where same.DistinctBy(t => string.Join('\n', t.Entry.Strings)).Skip(1).Any()
            select $"{same.Key.Id}: {string.Join(", ", same.Select(t => $"{t.File} {t.Entry.Strings[0]}"))}";

        Found.Nothing(differing);
    }

    // Lao has one letter for this vowel; the two marks look alike and are found by no search.
    [Fact]
    public void Letters_are_written_in_one_way() =>
        Found.Nothing(Translations.Where(t => t.Entry.Strings.Any(s => s.Contains("\u0ecd\u0eb2", StringComparison.Ordinal))).Select(t => $"{t.File}:{t.Entry.Line}"));

    [Theory]
    [InlineData("{1}: {0}", "{0} and {1}", true)]
    [InlineData("{0:N0} kB", "{0} kB", true)]
    [InlineData("{0}", "{0} of {1}", false)]
    [InlineData("{{0}}", "{0}", false)]
    public void Placeholders_are_compared(string wording, string text, bool same) => Assert.Equal(same, Placeholders(wording).SetEquals(Placeholders(text)));

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text.Replace("{{", "", StringComparison.Ordinal)).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)[^{}]*\}")]
    private static partial Regex Placeholder();
}
