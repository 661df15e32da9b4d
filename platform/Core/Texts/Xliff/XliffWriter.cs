using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Platform.Core.Texts.Po;

namespace Platform.Core.Texts.Xliff;

/// <summary>
/// A language's PO files as one XLIFF 2.1 document: a <c>file</c> for each, a <c>unit</c> for each text, a <c>group</c> of units for
/// one with plural forms. State <c>initial</c> with a target is a draft. <see cref="XliffReader"/> makes the same PO files of it.
/// </summary>
public static class XliffWriter
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };

    /// <param name="source">The tag of the texts' language.</param>
    /// <param name="target">The tag of the translations'.</param>
    /// <param name="files">Each with its name, as <c>cases</c>.</param>
    public static void Write(Stream stream, string source, string target, IEnumerable<(string Name, PoFile File)> files)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        new XDocument(new XElement(
            XliffNames.Core + "xliff",
            new XAttribute("version", XliffNames.Version),
            new XAttribute("srcLang", source),
            new XAttribute("trgLang", target),
            new XAttribute(XNamespace.Xmlns + "mda", XliffNames.Metadata),
            new XAttribute(XNamespace.Xmlns + "slr", XliffNames.Size),
            files.Select(file => File(file.Name, file.File)))).Save(xml);
    }

    private static XElement File(string name, PoFile file)
    {
        var header = file.Entries.FirstOrDefault(e => e.IsHeader);
        return new(
            XliffNames.File,
            new XAttribute("id", name),
            new XAttribute("canResegment", "no"),
            Metadata(header is null ? [] : [("header", header.Strings[0]), ("fuzzy-header", header.IsFuzzy ? "yes" : null)]),
            new XElement(XliffNames.Size + "profiles", new XAttribute("generalProfile", "xliff:codepoints")),
            Notes(header is null ? [] : header.Comments.Select(line => (XliffNames.Comment, line))),
            file.Entries.Where(e => e != header).Select((entry, at) => Entry(entry, string.Create(CultureInfo.InvariantCulture, $"t{at + 1}"), file.Rule)));
    }

    private static XElement Entry(PoEntry entry, string id, PluralRule rule)
    {
        if (entry.PluralId is null)
        {
            return Unit(entry, id, entry.Id, entry.Strings[0], [.. About(entry)]);
        }

        var forms = entry.Strings.Select((wording, form) =>
            Unit(entry, $"{id}.{form}", form == 0 && entry.Strings.Count > 1 ? entry.Id : entry.PluralId, wording, Notes([(XliffNames.Form, Form(rule, form))])));
        return new(XliffNames.Group, new XAttribute("id", id), new XAttribute("type", XliffNames.Plurals), Translate(entry), About(entry), forms);
    }

    private static XElement Unit(PoEntry entry, string id, string source, string wording, params object?[] about) => new(
        XliffNames.Unit,
        new XAttribute("id", id),
        Translate(entry),
        entry.MaximumLength is { } most ? new XAttribute(XliffNames.Size + "sizeRestriction", most) : null,
        about,
        new XElement(
            XliffNames.Segment,
            new XAttribute("state", State(entry)),
            entry.IsFuzzy ? new XAttribute("subState", XliffNames.Fuzzy) : null,
            Text(XliffNames.Source, source, source),
            wording.Length > 0 ? Text(XliffNames.Target, wording, source) : null));

    private static XElement Text(XName part, string text, string source) =>
        new(part, new XAttribute(XNamespace.Xml + "space", "preserve"), XliffInline.Write(text, XliffInline.Places(source)));

    private static string State(PoEntry entry) => entry switch
    {
        { IsFuzzy: true } or { IsEmpty: true } => "initial",
        { Review: null } => "translated",
        _ => "reviewed",
    };

    private static IEnumerable<object?> About(PoEntry entry) =>
    [
        Metadata(
        [
            ("msgctxt", entry.Context),
            ("msgid", entry.PluralId is null ? null : entry.Id),
            ("msgid_plural", entry.PluralId),
            ("flags", entry.Flags.Count == 0 ? null : string.Join(", ", entry.Flags)),
            ("previous-msgctxt", entry.Previous?.Context),
            ("previous-msgid", entry.Previous?.Id),
            ("previous-msgid_plural", entry.Previous?.PluralId),
            ("obsolete", entry.Obsolete ? "yes" : null),
        ]),
        Notes(
        [
            .. entry.Context is { Length: > 0 } context ? [(XliffNames.Context, context)] : Array.Empty<(string, string)>(),
            .. entry.Extracted.Select(line => (XliffNames.Extracted, line)),
            .. entry.References.Select(line => (XliffNames.Reference, line)),
            .. entry.Comments.Select(line => (XliffNames.Comment, line)),
        ]),
    ];

    private static XElement? Metadata(IEnumerable<(string Type, string? Value)> values)
    {
        var said = values.Where(v => v.Value is not null).Select(v => new XElement(XliffNames.Meta, new XAttribute("type", v.Type), XliffInline.Escape(v.Value!))).ToList();
        return said.Count == 0 ? null : new(XliffNames.Metadata + "metadata", new XElement(XliffNames.Metadata + "metaGroup", new XAttribute("category", XliffNames.Gettext), said));
    }

    private static XElement? Notes(IEnumerable<(string Category, string Line)> lines)
    {
        var notes = lines.Select(l => new XElement(XliffNames.Note, new XAttribute("category", l.Category), XliffInline.Note(l.Line))).ToList();
        return notes.Count == 0 ? null : new(XliffNames.Core + "notes", notes);
    }

    private static XAttribute? Translate(PoEntry entry) => entry.Obsolete ? new("translate", "no") : null;

    private static string Form(PluralRule rule, int form)
    {
        var numbers = Enumerable.Range(0, 1000).Where(n => rule.FormOf(n) == form).Take(6).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"for {string.Join(", ", numbers)}{(numbers.Count == 6 ? " and so on" : "")}");
    }
}
