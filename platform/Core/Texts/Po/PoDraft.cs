using System.Text;

namespace Platform.Core.Texts.Po;

/// <summary>An entry while its lines are being read.</summary>
internal sealed class PoDraft
{
    private readonly SortedDictionary<int, StringBuilder> strings = [];
    private StringBuilder? context, id, plural, previousContext, previousId, previousPlural;

    public List<string> Comments { get; } = [];

    public List<string> Extracted { get; } = [];

    public List<string> References { get; } = [];

    public List<string> Flags { get; } = [];

    public bool Obsolete { get; set; }

    public int Line { get; private set; }

    public bool HasId => id is not null;

    public bool HasStrings => strings.Count > 0;

    /// <summary>A keyword was seen; comments that follow belong to the next entry.</summary>
    public bool IsStarted => id is not null || context is not null;

    /// <summary>Opens the field of a keyword.</summary>
    /// <returns>What to append strings to, or null with the reason.</returns>
    public StringBuilder? Open(string keyword, bool previous, int line, out string error)
    {
        error = "";
        return (keyword, previous) switch
        {
            ("msgctxt", true) => previousContext = new(),
            ("msgid", true) => previousId = new(),
            ("msgid_plural", true) => previousPlural = new(),
            ("msgctxt", false) when !IsStarted => OpenFirst(ref context, line),
            ("msgid", false) when id is null => OpenFirst(ref id, line),
            ("msgid_plural", false) when id is not null && plural is null && !HasStrings => plural = new(),
            ("msgstr", false) when id is not null && plural is null && !HasStrings => strings[0] = new(),
            (_, false) when FormOf(keyword) is { } form => OpenForm(form, out error),
            _ => Refuse(keyword, out error),
        };
    }

    public PoEntry Finish() => new()
    {
        Comments = Comments,
        Extracted = Extracted,
        References = References,
        Flags = Flags,
        Previous = previousContext is null && previousId is null && previousPlural is null
            ? null
            : new(previousContext?.ToString(), previousId?.ToString(), previousPlural?.ToString()),
        Context = context?.ToString(),
        Id = id!.ToString(),
        PluralId = plural?.ToString(),
        Strings = [.. strings.Values.Select(s => s.ToString())],
        Obsolete = Obsolete,
        Line = Line,
    };

    private static int? FormOf(string keyword) =>
        keyword.Length == 9 && keyword.StartsWith("msgstr[", StringComparison.Ordinal) && keyword[8] == ']' && char.IsAsciiDigit(keyword[7])
            ? keyword[7] - '0'
            : null;

    private StringBuilder OpenFirst(ref StringBuilder? field, int line)
    {
        Line = line;
        return field = new();
    }

    private StringBuilder? OpenForm(int form, out string error)
    {
        error = plural is null ? "msgstr[n] needs a msgid_plural before it." : form != strings.Count ? $"Here comes msgstr[{strings.Count}]." : "";
        return error.Length > 0 ? null : strings[form] = new();
    }

    private static StringBuilder? Refuse(string keyword, out string error)
    {
        error = $"'{keyword}' cannot stand here: an entry is msgctxt (if any), msgid, msgid_plural (if any), msgstr.";
        return null;
    }
}
