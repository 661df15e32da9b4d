using System.Text;

namespace Platform.Core.Texts.Po;

/// <summary>
/// Reads PO as GNU gettext defines it (manual, "The Format of PO Files"), except that it must be UTF-8, with a byte order mark or without.
/// </summary>
internal sealed class PoParser(string file)
{
    private const int MostErrors = 100;
    private readonly List<TextProblem> errors = [];
    private readonly List<PoEntry> entries = [];
    private PoDraft draft = new();
    private StringBuilder? open;
    private int line;

    /// <exception cref="PoException">It cannot be read: all mistakes, each with its line.</exception>
    public PoFile Parse(string text)
    {
        // Other line ends of Unicode may stand inside a text.
        foreach (var row in text.AsSpan().Split('\n'))
        {
            line++;
            Read(text.AsSpan(row).Trim());
            if (errors.Count >= MostErrors)
            {
                break;
            }
        }

        Close();
        FindTwice();
        return errors.Count == 0 ? new(entries) : throw new PoException(errors);
    }

    private void Read(ReadOnlySpan<char> row)
    {
        if (row.Length == 0)
        {
            return;
        }

        if (row is ['#', '~', ..])
        {
            ReadObsolete(row[2..].TrimStart());
        }
        else if (row[0] == '#')
        {
            ReadComment(row);
        }
        else
        {
            ReadText(row, obsolete: false, previous: false);
        }
    }

    private void ReadObsolete(ReadOnlySpan<char> row)
    {
        var previous = row is ['|', ..];
        ReadText(previous ? row[1..].TrimStart() : row, obsolete: true, previous);
    }

    private void ReadComment(ReadOnlySpan<char> row)
    {
        if (draft.IsStarted)
        {
            Close();
        }

        var kind = row.Length > 1 ? row[1] : ' ';
        var rest = row[Math.Min(2, row.Length)..];
        switch (kind)
        {
            case '|':
                ReadText(rest.Trim(), obsolete: false, previous: true);
                return;
            case ',':
                draft.Flags.AddRange(PoFlags.Read(rest.ToString()));
                break;
            case ':':
                draft.References.AddRange(rest.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            case '.':
                draft.Extracted.Add(Comment(rest));
                break;
            default:
                draft.Comments.Add(Comment(row[1..]));
                break;
        }

        open = null;
    }

    private void ReadText(ReadOnlySpan<char> row, bool obsolete, bool previous)
    {
        var right = true;
        while (right && row.Length > 0)
        {
            if (row[0] != '"')
            {
                var cut = row.IndexOfAny(' ', '\t', '"');
                Open((cut < 0 ? row : row[..cut]).ToString(), obsolete, previous);
                row = cut < 0 ? [] : row[cut..].TrimStart();
            }

            right = Append(ref row, open);
        }
    }

    private static string Comment(ReadOnlySpan<char> text) => (text is [' ', ..] ? text[1..] : text).ToString();

    private void Open(string keyword, bool obsolete, bool previous)
    {
        if (draft.HasStrings && (previous || keyword is "msgctxt" or "msgid"))
        {
            Close();
        }

        draft.Obsolete |= obsolete;
        open = draft.Open(keyword, previous, line, out var error);
        if (open is null)
        {
            Add(error);
            open = new();
        }
    }

    private bool Append(ref ReadOnlySpan<char> row, StringBuilder? target)
    {
        var error = "A text needs a keyword before it: msgctxt, msgid, msgid_plural or msgstr.";
        if (target is null || PoString.Take(ref row, out error) is not { } value)
        {
            Add(error);
            return false;
        }

        target.Append(value);
        return true;
    }

    private void Close()
    {
        if (draft is { HasId: true, HasStrings: true })
        {
            entries.Add(draft.Finish());
        }
        else if (draft.IsStarted && errors.Count == 0)
        {
            errors.Add(new(file, draft.Line, draft.HasId ? "This msgid has no msgstr." : "This msgctxt has no msgid."));
        }

        (draft, open) = (new(), null);
    }

    private void FindTwice()
    {
        foreach (var twice in entries.Where(e => !e.Obsolete).GroupBy(e => (e.Context, e.Id)).Where(same => same.Count() > 1))
        {
            errors.AddRange(twice.Skip(1).Select(e => new TextProblem(file, e.Line, $"This text stands already on line {twice.First().Line}.")));
        }
    }

    private void Add(string message) => errors.Add(new(file, line, message));
}
