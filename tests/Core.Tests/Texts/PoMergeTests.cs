using Platform.Core.Texts.Po;
using Platform.Testing;

namespace Platform.Core.Tests.Texts;

/// <summary>Counting and merging agree with GNU gettext on files made at random; what they differ in stands in locales/README.md.</summary>
public sealed class PoMergeTests
{
    private const int Files = 250;

    public static TheoryData<int> Tens => [.. Enumerable.Range(0, Files / 10)];

    [Theory]
    [MemberData(nameof(Tens))]
    public void What_an_update_yields_is_what_msgmerge_yields(int ten)
    {
        using var folder = new TestFolder();
        foreach (var seed in Enumerable.Range(ten * 10, 10))
        {
            var (template, translations) = Written(folder, seed);
            var similar = seed % 2 == 0;
            string[] asked = ["-q", "--previous", "--no-wrap", .. similar ? [] : new[] { "--no-fuzzy-matching" }, folder["a.po"], folder["a.pot"]];
            var theirs = PoFile.Parse(Gettext.Run("msgmerge", asked), $"{seed}");

            var ours = translations.To(template, similar);

            Assert.Equal(Seen(theirs), Seen(ours));
            File.WriteAllText(folder["ours.po"], ours.ToString());
            File.WriteAllText(folder["theirs.po"], theirs.ToString());
            Assert.Equal(Gettext.Count(folder["theirs.po"]), Counted(folder["ours.po"]));
        }
    }

    [Theory]
    [MemberData(nameof(Tens))]
    public void The_figures_of_generated_files_are_those_of_msgfmt(int ten)
    {
        using var folder = new TestFolder();
        foreach (var seed in Enumerable.Range(ten * 10, 10))
        {
            var text = Written(folder, seed).Translations.ToString();
            File.WriteAllText(folder["a.po"], seed % 3 == 0 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text);
            Assert.Equal(Gettext.Count(folder["a.po"]), Counted(folder["a.po"]));

            // A byte order mark stops gettext, and only hides the first letter from others.
            File.WriteAllText(folder["marked.po"], "\uFEFF" + File.ReadAllText(folder["a.po"]));
            Assert.Equal(Counted(folder["a.po"]), Counted(folder["marked.po"]));
        }
    }

    private static (PoFile Template, PoFile Translations) Written(TestFolder folder, int seed)
    {
        var made = new GeneratedPo(seed);
        var template = made.Template();
        var translations = made.Translations(template);
        File.WriteAllText(folder["a.pot"], template.ToString());
        File.WriteAllText(folder["a.po"], translations.ToString());
        return (PoFile.Load(folder["a.pot"]), PoFile.LoadWithFaults(folder["a.po"]));
    }

    private static (int, int, int) Counted(string path) => PoFile.LoadWithFaults(path).Count() is var counted ? (counted.Translated, counted.Fuzzy, counted.Untranslated) : default;

    private static IEnumerable<string> Seen(PoFile file) => file.Entries.Where(e => !e.IsHeader).Select(Seen).Order(StringComparer.Ordinal);

    private static string Seen(PoEntry e) => string.Join(" | ", e.Context, e.Id, e.PluralId, e.IsFuzzy, e.Obsolete, string.Join('/', e.Strings), e.Previous, string.Join(';', e.Comments), string.Join(';', e.Extracted));
}
