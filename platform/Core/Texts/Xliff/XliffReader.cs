using System.Xml;
using System.Xml.Linq;
using Platform.Core.Texts.Po;

namespace Platform.Core.Texts.Xliff;

/// <summary>A document of XLIFF 2 as the PO files it was made of.</summary>
/// <param name="Language">The tag of the translations.</param>
public sealed record XliffDocument(string Language, IReadOnlyList<(string Name, PoFile File)> Files);

/// <summary>Reads what <see cref="XliffWriter"/> wrote after translators' tools have worked on it.</summary>
/// <param name="review">Stands for translations that come back as reviewed; null: they count as translated.</param>
public sealed class XliffReader(TextReview? review)
{
    /// <exception cref="PoException">It is no XLIFF 2, or no translation.</exception>
    public XliffDocument Read(Stream stream, string file)
    {
        try
        {
            using var xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit });
            var root = XDocument.Load(xml, LoadOptions.PreserveWhitespace).Root!;
            return root.Name == XliffNames.Core + "xliff" && (string?)root.Attribute("trgLang") is { } language
                ? new(language, [.. root.Elements(XliffNames.File).Select(File)])
                : throw new PoException(file, 1, "This is not a translation in XLIFF 2: its first element is xliff of urn:oasis:names:tc:xliff:document:2.0, with srcLang and trgLang.");
        }
        catch (Exception error) when (error is XmlException or FormatException and not PoException)
        {
            throw new PoException(file, Math.Max(1, (error as XmlException)?.LineNumber ?? 1), $"This is not XLIFF 2: {error.Message}");
        }
    }

    private (string Name, PoFile File) File(XElement file)
    {
        var entries = file.Elements().Where(e => e.Name == XliffNames.Unit || e.Name == XliffNames.Group).Select(Entry);
        return ((string?)file.Attribute("id") ?? "", new([.. Header(file), .. entries]));
    }

    private static IEnumerable<PoEntry> Header(XElement file)
    {
        if (Metadata(file) is var said && said.TryGetValue("header", out var header))
        {
            yield return new() { Id = "", Strings = [header], Comments = Notes(file, XliffNames.Comment), Flags = said.ContainsKey("fuzzy-header") ? [PoFlags.Fuzzy] : [] };
        }
    }

    private PoEntry Entry(XElement element)
    {
        var said = Metadata(element);
        List<XElement> units = element.Name == XliffNames.Group ? [.. element.Elements(XliffNames.Unit)] : [element];
        var entry = new PoEntry
        {
            Comments = Notes(element, XliffNames.Comment),
            Extracted = Notes(element, XliffNames.Extracted),
            References = Notes(element, XliffNames.Reference),
            Flags = [.. PoFlags.Read(said.GetValueOrDefault("flags") ?? "")],
            Previous = Previous(said),
            Context = said.GetValueOrDefault("msgctxt"),
            Id = said.GetValueOrDefault("msgid") ?? Text(units[0], XliffNames.Source),
            PluralId = said.GetValueOrDefault("msgid_plural"),
            Strings = [.. units.Select(unit => Text(unit, XliffNames.Target))],
            Obsolete = said.ContainsKey("obsolete"),
        };
        return InState(entry, [.. units.SelectMany(unit => unit.Elements(XliffNames.Segment)).Select(segment => (string?)segment.Attribute("state") ?? "initial")]);
    }

    // The least of the states of its forms is that of the text.
    private PoEntry InState(PoEntry entry, List<string> states) =>
        entry.IsEmpty ? entry
        : states.Contains("initial") ? Fuzzy(entry)
        : states.TrueForAll(state => state is "reviewed" or "final") ? Reviewed(Sure(entry))
        : Sure(entry) with { Comments = [.. entry.Comments.Where(line => PoReview.Read(line) is null)] };

    private static PoEntry Fuzzy(PoEntry entry) => entry.IsFuzzy ? entry : entry with { Flags = [PoFlags.Fuzzy, .. entry.Flags] };

    private static PoEntry Sure(PoEntry entry) => entry.IsFuzzy ? entry with { Flags = [.. entry.Flags.Where(flag => flag != PoFlags.Fuzzy)], Previous = null } : entry;

    private PoEntry Reviewed(PoEntry entry) =>
        entry.Review is null && review is not null ? entry with { Comments = [.. entry.Comments, PoReview.Write(review)] } : entry;

    private static PoPrevious? Previous(Dictionary<string, string> said)
    {
        var previous = new PoPrevious(said.GetValueOrDefault("previous-msgctxt"), said.GetValueOrDefault("previous-msgid"), said.GetValueOrDefault("previous-msgid_plural"));
        return previous is { Context: null, Id: null, PluralId: null } ? null : previous;
    }

    private static string Text(XElement unit, XName part) => string.Concat(unit.Elements().SelectMany(segment => segment.Elements(part)).Select(XliffInline.Read));

    private static List<string> Notes(XElement element, string category) =>
        [.. element.Elements(XliffNames.Core + "notes").Elements(XliffNames.Note).Where(note => (string?)note.Attribute("category") == category).Select(note => note.Value)];

    private static Dictionary<string, string> Metadata(XElement element) =>
        element.Elements(XliffNames.Metadata + "metadata").Elements(XliffNames.Metadata + "metaGroup")
            .Where(group => (string?)group.Attribute("category") == XliffNames.Gettext)
            .Elements(XliffNames.Meta).ToDictionary(meta => (string?)meta.Attribute("type") ?? "", meta => XliffInline.Unescape(meta.Value), StringComparer.Ordinal);
}
