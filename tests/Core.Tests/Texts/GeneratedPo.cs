using Platform.Core.Texts.Po;

#pragma warning disable RS0030 // The same files from the same seed, every time.
namespace Platform.Core.Tests.Texts;

/// <summary>Templates and translations of them, from a seed: plurals, contexts, marks, old texts, several lines, escapes.</summary>
internal sealed class GeneratedPo(int seed)
{
    private static readonly string[] Words =
        ["Save", "the application", "case", "{0}", "office", "“paper”", "100 %", "<b>fee</b>", "&amp;", "tab\there", "line\nend", "back\\slash", "quote \"x\"", "bell\a", "ຄຳຮ້ອງ", "өргөдөл", "қызмет", "🙂", "e\u0301", "of {1}", "now", "again", "to a counter", "\u2028"];

    private static readonly string[] Rules = ["nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"];

    private readonly Random random = new(seed);

    public PoFile Template() => new([Header("nplurals=INTEGER; plural=EXPRESSION;"), .. Distinct(Many(40, _ => Asked()))]);

    /// <summary>Of some of the template's texts, of others that are gone, and of such as are nearly the same.</summary>
    public PoFile Translations(PoFile template)
    {
        var rule = Rules[random.Next(Rules.Length)];
        var forms = PluralRule.Parse(rule).Forms;
        var known = template.Entries.Skip(1).Where(_ => random.Next(3) > 0).Select(e => Said(random.Next(4) == 0 ? Altered(e) : e, forms));
        var gone = Many(10, _ => Said(Asked(), forms) with { Obsolete = random.Next(2) == 0 });
        return new([Header(rule), .. Distinct([.. known, .. gone]).OrderBy(e => e.Obsolete)]);
    }

    private static PoEntry Header(string rule) => new() { Id = "", Strings = [$"Project-Id-Version: x\nLanguage: mn\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nPlural-Forms: {rule}\n"] };

    private static IEnumerable<PoEntry> Distinct(IEnumerable<PoEntry> entries) => entries.DistinctBy(e => (e.Context, e.Id));

    private List<T> Many<T>(int most, Func<int, T> make) => [.. Enumerable.Range(0, random.Next(1, most)).Select(make)];

    private string Text(int most = 9) => string.Join(random.Next(9) == 0 ? "\n" : " ", Many(most, _ => Words[random.Next(Words.Length)]));

    private PoEntry Asked()
    {
        var plural = random.Next(4) == 0;
        return new()
        {
            Context = random.Next(4) == 0 ? Words[random.Next(3)] : null,
            Id = Text(),
            PluralId = plural ? Text() : null,
            Strings = plural ? ["", ""] : [""],
            Extracted = random.Next(3) == 0 ? ["button", "max 40 characters"] : [],
            References = Many(3, n => $"platform/File{n}.cs"),
            Flags = random.Next(5) == 0 ? ["no-c-format"] : [],
        };
    }

    private PoEntry Altered(PoEntry entry) => random.Next(4) switch
    {
        0 => entry with { Id = $"{entry.Id} {Words[random.Next(Words.Length)]}" },
        1 => entry with { Context = entry.Context is null ? "elsewhere" : null },
        2 => entry with { PluralId = entry.PluralId is null ? Text() : null },
        _ => entry with { Id = $"{entry.Id}x" },
    };

    private PoEntry Said(PoEntry asked, int forms)
    {
        var (empty, fuzzy) = (random.Next(5) == 0, random.Next(4) == 0);
        return asked with
        {
            Comments = random.Next(3) == 0 ? ["seen", "  by me"] : !fuzzy && random.Next(3) == 0 ? ["reviewed: Keo Manivong 2026-03-01"] : [],
            Flags = [.. fuzzy ? ["fuzzy"] : Array.Empty<string>(), .. asked.Flags],
            Previous = fuzzy && !empty && random.Next(2) == 0 ? new(null, "It was otherwise", null) : null,
            Strings = [.. Enumerable.Range(0, asked.PluralId is null ? 1 : forms).Select(_ => empty ? "" : Text())],
        };
    }
}
