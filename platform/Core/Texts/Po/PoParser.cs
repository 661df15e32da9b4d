using System.Text;

namespace Platform.Core.Texts.Po;

/// <summary>
/// Reads PO as GNU gettext defines it (manual, "The Format of PO Files"), more strictly than gettext: one keyword or one string a line,
/// escapes of a letter only, UTF-8 only, every text once.
/// </summary>
internal sealed class PoParser(string file)
{
    private const int MostErrors = 100;
    private readonly List<TextProblem> errors = [];
    private readonly List<PoEntry> entries = [];
    private PoDraft draft = new();
    private StringBuilder? open;
    private int line;

    public PoFile Parse(string text)
    {
        foreach (var row in text.EnumerateLines())
        {
            line++;
            Read(row.Trim());
            if (errors.Count >= MostErrors)
            {
                break;
            }
        }

        Close();
        FindTwice();
        var parsed = errors.Count == 0 ? Build() : null;
        return parsed ?? throw new PoException(errors);
    }

    private void Read(ReadOnlySpan<char> row)
    {
        if (row.Length == 0)
        {
            open = null;
        }
        else if (row is ['#', '~', ..])
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
                draft.Flags.AddRange(rest.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                break;
            case ':':
                draft.References.AddRange(rest.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            case '.':
                draft.Extracted.Add(rest.Trim().ToString());
                break;
            default:
                draft.Comments.Add(row[1..].Trim().ToString());
                break;
        }

        open = null;
    }

    private void ReadText(ReadOnlySpan<char> row, bool obsolete, bool previous)
    {
        if (row is ['"', ..])
        {
            Append(row, open);
            return;
        }

        var cut = row.IndexOfAny(' ', '\t', '"');
        var keyword = (cut < 0 ? row : row[..cut]).ToString();
        Open(keyword, obsolete, previous);
        Append(cut < 0 ? [] : row[cut..], open);
    }

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

    private void Append(ReadOnlySpan<char> quoted, StringBuilder? target)
    {
        if (target is null)
        {
            Add("A text needs a keyword before it: msgctxt, msgid, msgid_plural or msgstr.");
        }
        else if (PoString.Read(quoted, out var error) is { } value)
        {
            target.Append(value);
        }
        else
        {
            Add(error);
        }
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

    private PoFile? Build()
    {
        var headerLine = entries.FirstOrDefault(e => e.IsHeader)?.Line ?? 1;
        try
        {
            var parsed = new PoFile(entries);
            if (!PoHeader.IsUtf8(parsed.Header))
            {
                errors.Add(new(file, headerLine, "The header names another character set: save the file as UTF-8 and say charset=UTF-8."));
            }

            errors.AddRange(parsed.Translations
                .Where(e => e.PluralId is not null && e.Strings.Count != parsed.Rule.Forms)
                .Select(e => new TextProblem(file, e.Line, $"The header promises {parsed.Rule.Forms} plural forms, here are {e.Strings.Count}.")));
            return errors.Count == 0 ? parsed : null;
        }
        catch (PoException rule)
        {
            errors.AddRange(rule.Errors.Select(e => e with { File = file, Line = headerLine }));
            return null;
        }
    }

    private void Add(string message) => errors.Add(new(file, line, message));
}
