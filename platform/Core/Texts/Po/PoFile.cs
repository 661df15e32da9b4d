using System.Collections.Frozen;

namespace Platform.Core.Texts.Po;

/// <summary>How many entries are done, as <c>msgfmt --statistics</c> counts them.</summary>
public sealed record PoStatistics(int Translated, int Fuzzy, int Untranslated);

/// <summary>A gettext PO file in UTF-8.</summary>
public sealed class PoFile
{
    private readonly string? wrongRule;

    /// <param name="entries">In the order of the file, the header among them.</param>
    public PoFile(IReadOnlyList<PoEntry> entries)
    {
        Entries = entries;
        Header = PoHeader.Read(entries.FirstOrDefault(e => e.IsHeader)?.Strings[0] ?? "");
        (Rule, wrongRule) = PoHeader.Rule(Header);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PoEntry> Entries { get; }

    /// <summary>Fields such as <c>Language</c> and <c>Plural-Forms</c>; names in any case.</summary>
    public FrozenDictionary<string, string> Header { get; }

    /// <summary>The header's; gettext's default where it states none or a wrong one.</summary>
    public PluralRule Rule { get; }

    /// <summary>The entries that can be shown: neither header, obsolete, empty nor begun from a similar text.</summary>
    public IEnumerable<PoEntry> Translations => Entries.Where(e => e is { Obsolete: false, IsHeader: false, State: not TextState.Missing });

    /// <inheritdoc cref="PoParser"/>
    /// <param name="file">Name for messages.</param>
    /// <exception cref="PoException">All mistakes, each with its line.</exception>
    public static PoFile Parse(string text, string file = "PO")
    {
        var read = new PoParser(file).Parse(text);
        var faults = read.Faults(file).ToList();
        return faults.Count == 0 ? read : throw new PoException(faults);
    }

    /// <summary>As <see cref="Parse(string, string)"/>, from bytes that must be UTF-8.</summary>
    /// <exception cref="PoException">All mistakes, each with its line.</exception>
    public static PoFile Parse(byte[] bytes, string file) => Parse(PoBytes.Decode(bytes, file), file);

    /// <exception cref="PoException">All mistakes, each with its line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PoFile Load(string path) => Parse(File.ReadAllBytes(path), path);

    /// <summary>As gettext reads it: <see cref="Faults"/> are let through.</summary>
    /// <param name="name">For messages.</param>
    /// <exception cref="PoException">All mistakes of its form, each with its line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PoFile LoadWithFaults(string path, string? name = null) => new PoParser(name ?? path).Parse(PoBytes.Decode(File.ReadAllBytes(path), name ?? path));

    /// <summary>What hinders the file from being shown although it can be read: its character set, its plural rule, too few or too many plural forms.</summary>
    /// <param name="file">Name for messages.</param>
    public IEnumerable<TextProblem> Faults(string file)
    {
        var line = Entries.FirstOrDefault(e => e.IsHeader)?.Line ?? 1;
        if (!PoHeader.IsUtf8(Header))
        {
            yield return new(file, line, "The header names another character set: save the file as UTF-8 and say charset=UTF-8.");
        }

        if (wrongRule is not null)
        {
            yield return new(file, line, wrongRule);
            yield break;
        }

        foreach (var entry in Translations.Where(e => e.PluralId is not null && e.Strings.Count != Rule.Forms))
        {
            yield return new(file, entry.Line, $"The header promises {Rule.Forms} plural {(Rule.Forms == 1 ? "form" : "forms")}, here are {entry.Strings.Count}: write msgstr[0] to msgstr[{Rule.Forms - 1}], or correct Plural-Forms in the header.");
        }
    }

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
