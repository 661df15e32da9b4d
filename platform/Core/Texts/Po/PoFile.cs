using System.Collections.Frozen;

namespace Platform.Core.Texts.Po;

/// <summary>How many entries are done, as <c>msgfmt --statistics</c> counts them.</summary>
public sealed record PoStatistics(int Translated, int Fuzzy, int Untranslated);

/// <summary>A gettext PO file in UTF-8.</summary>
public sealed class PoFile
{
    /// <param name="entries">In the order of the file, the header among them.</param>
    /// <exception cref="PoException">The header's plural rule cannot be read.</exception>
    public PoFile(IReadOnlyList<PoEntry> entries)
    {
        Entries = entries;
        Header = PoHeader.Read(entries.FirstOrDefault(e => e.IsHeader)?.Strings[0] ?? "");
        Rule = Header.TryGetValue("Plural-Forms", out var rule) && !rule.Contains("nplurals=INTEGER", StringComparison.Ordinal)
            ? PluralRule.Parse(rule)
            : PluralRule.Default;
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PoEntry> Entries { get; }

    /// <summary>Fields such as <c>Language</c> and <c>Plural-Forms</c>; names in any case.</summary>
    public FrozenDictionary<string, string> Header { get; }

    public PluralRule Rule { get; }

    /// <summary>The entries that can be shown: neither header, obsolete nor empty.</summary>
    public IEnumerable<PoEntry> Translations => Entries.Where(e => e is { Obsolete: false, IsHeader: false, IsEmpty: false });

    /// <inheritdoc cref="PoParser"/>
    /// <param name="file">Name for messages.</param>
    /// <exception cref="PoException">All mistakes, each with its line.</exception>
    public static PoFile Parse(string text, string file = "PO") => new PoParser(file).Parse(text);

    /// <summary>As <see cref="Parse(string, string)"/>, from bytes that must be UTF-8.</summary>
    /// <exception cref="PoException">All mistakes, each with its line.</exception>
    public static PoFile Parse(byte[] bytes, string file) => Parse(PoBytes.Decode(bytes, file), file);

    /// <exception cref="PoException">All mistakes, each with its line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PoFile Load(string path) => Parse(File.ReadAllBytes(path), path);

    public PoStatistics Count()
    {
        // gettext does not count a header, except as untranslated when it is empty.
        var counted = Entries.Where(e => !e.Obsolete && (!e.IsHeader || e.IsEmpty)).ToList();
        return new(
            counted.Count(e => !e.IsEmpty && !e.IsFuzzy),
            counted.Count(e => !e.IsEmpty && e.IsFuzzy),
            counted.Count(e => e.IsEmpty));
    }

    /// <summary>The file as text; see <see cref="PoWriter"/>.</summary>
    public override string ToString() => PoWriter.Write(this);
}
