using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>A table with a header (RFC 4180) changed cell by cell; its rows are found by the column <c>code</c>.</summary>
internal sealed class TableText : FieldText
{
    private readonly string text;
    private readonly List<List<(int Start, int End)>> rows;
    private readonly List<string> columns;
    private readonly Dictionary<string, int> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Row, string Column), string> cells = [];
    private readonly List<(int Behind, string Code, PackMap Row)> newRows = [];
    private readonly List<string> newColumns = [];
    private readonly HashSet<int> removed = [];

    public TableText(string text)
    {
        this.text = text;
        rows = Rows(text);
        columns = rows.Count == 0 ? [] : [.. rows[0].Select(Cell)];
        var code = columns.IndexOf("code");
        for (var row = 1; row < rows.Count; row++)
        {
            byCode.TryAdd(Cell(rows[row][code]), row);
        }
    }

    public override void Set(IReadOnlyList<string> keys, PackNode value)
    {
        if (keys.Count == 1)
        {
            // The whole row: what the map does not name becomes empty.
            foreach (var column in columns.Where(c => c != "code").ToList())
            {
                Put(keys[0], column, ((PackMap)value).Word(column) ?? "");
            }

            return;
        }

        Put(keys[0], keys[1], Word(value));
    }

    public override void Add(IReadOnlyList<string> keys, PackNode value, string? behind)
    {
        if (keys.Count == 2)
        {
            Put(keys[0], keys[1], Word(value));
            return;
        }

        var row = (PackMap)value;
        newColumns.AddRange(row.Entries.Select(e => e.Key).Where(c => !columns.Contains(c) && !newColumns.Contains(c)));
        newRows.Add((behind is not null && byCode.TryGetValue(behind, out var found) ? found : 0, keys[0], row));
    }

    public override void Remove(IReadOnlyList<string> keys)
    {
        if (keys.Count == 2)
        {
            Put(keys[0], keys[1], "");
            return;
        }

        removed.Add(byCode[keys[0]]);
    }

    public override string ToString()
    {
        var edits = new TextEdits(text);
        for (var i = 0; i < rows.Count; i++)
        {
            if (removed.Contains(i))
            {
                edits.Replace(rows[i][0].Start, edits.NextLine(rows[i][^1].End), "");
                continue;
            }

            Write(edits, i);
        }

        foreach (var (behind, code, row) in newRows)
        {
            var line = string.Join(',', columns.Concat(newColumns).Select(c => CsvRows.Cell(c == "code" ? code : row.Word(c) ?? "")));
            edits.InsertLines(edits.NextLine(rows[behind][^1].End), [line]);
        }

        return edits.ToString();
    }

    private void Write(TextEdits edits, int row)
    {
        for (var column = 0; column < columns.Count && column < rows[row].Count; column++)
        {
            if (cells.TryGetValue((row, columns[column]), out var value))
            {
                edits.Replace(rows[row][column].Start, rows[row][column].End, CsvRows.Cell(value));
            }
        }

        var more = newColumns.Select(c => "," + CsvRows.Cell(row == 0 ? c : cells.GetValueOrDefault((row, c), "")));
        edits.Replace(rows[row][^1].End, rows[row][^1].End, string.Concat(more));
    }

    private static string Word(PackNode value) => (value as PackScalar)?.Value ?? throw new NotSupportedException("A cell of a lower layer cannot be emptied from above.");

    private void Put(string code, string column, string value)
    {
        cells[(byCode[code], column)] = value;
        if (!columns.Contains(column) && !newColumns.Contains(column))
        {
            newColumns.Add(column);
        }
    }

    private string Cell((int Start, int End) cell) => text[cell.Start..cell.End].Trim() is ['"', .., '"'] quoted
        ? quoted[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim()
        : text[cell.Start..cell.End].Trim('\uFEFF', ' ');

    private static List<List<(int Start, int End)>> Rows(string text)
    {
        var rows = new List<List<(int, int)>>();
        var row = new List<(int, int)>();
        var (start, inQuotes) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            inQuotes ^= c == '"';
            if (c == ',' && !inQuotes)
            {
                row.Add((start, i));
                start = i + 1;
            }
            else if (c == '\n' && (!inQuotes || i == text.Length))
            {
                if (i > start || row.Count > 0)
                {
                    row.Add((start, i > start && text[i - 1] == '\r' ? i - 1 : i));
                    rows.Add(row);
                    row = [];
                }

                start = i + 1;
            }
        }

        return rows;
    }
}
