using System.Text;

namespace Platform.Core.Texts.Po;

/// <summary>Writes PO the way gettext's tools do with <c>--no-wrap</c>: a text is broken after its own line ends only.</summary>
public static class PoWriter
{
    public static string Write(PoFile file)
    {
        var text = new StringBuilder();
        foreach (var entry in file.Entries)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            Write(text, entry);
        }

        return text.ToString();
    }

    /// <summary>One entry.</summary>
    internal static string Write(PoEntry entry)
    {
        var text = new StringBuilder();
        Write(text, entry);
        return text.ToString();
    }

    /// <summary>The lines of an entry from <c>msgstr</c> on.</summary>
    internal static string Strings(PoEntry entry)
    {
        var text = new StringBuilder();
        Strings(text, "", entry);
        return text.ToString();
    }

    private static void Write(StringBuilder text, PoEntry entry)
    {
        Lines(text, "#", entry.Comments);
        Lines(text, "#.", entry.Extracted);
        Lines(text, "#:", entry.References);
        Lines(text, "#,", entry.Flags.Count == 0 ? [] : [string.Join(", ", entry.Flags)]);
        var (dead, old) = entry.Obsolete ? ("#~ ", "#~| ") : ("", "#| ");
        Field(text, old, "msgctxt", entry.Previous?.Context);
        Field(text, old, "msgid", entry.Previous?.Id);
        Field(text, old, "msgid_plural", entry.Previous?.PluralId);
        Field(text, dead, "msgctxt", entry.Context);
        Field(text, dead, "msgid", entry.Id);
        Field(text, dead, "msgid_plural", entry.PluralId);
        Strings(text, dead, entry);
    }

    private static void Strings(StringBuilder text, string dead, PoEntry entry)
    {
        for (var form = 0; form < entry.Strings.Count; form++)
        {
            Field(text, dead, entry.PluralId is null ? "msgstr" : $"msgstr[{form}]", entry.Strings[form]);
        }
    }

    private static void Lines(StringBuilder text, string mark, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(line.Length == 0 ? mark : $"{mark} {line}").Append('\n');
        }
    }

    private static void Field(StringBuilder text, string mark, string keyword, string? value)
    {
        if (value is null)
        {
            return;
        }

        var end = value.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || end == value.Length - 1)
        {
            text.Append(mark).Append(keyword).Append(' ').Append(PoString.Quote(value)).Append('\n');
            return;
        }

        text.Append(mark).Append(keyword).Append(" \"\"\n");
        for (int start = 0, next; start < value.Length; start = next)
        {
            next = value.IndexOf('\n', start) is var at and >= 0 ? at + 1 : value.Length;
            text.Append(mark).Append(PoString.Quote(value[start..next])).Append('\n');
        }
    }
}
