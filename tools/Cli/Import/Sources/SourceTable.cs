namespace Platform.Cli.Import.Sources;

/// <summary>The rows of a file, a sheet or a kind of linked things.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Columns">Their names; null where any may be asked for.</param>
internal sealed record SourceTable(string Name, IReadOnlyList<string>? Columns, IReadOnlyList<SourceRow> Rows)
{
    /// <summary>A table from lines of cells, the first of which names the columns; lines of empty cells are no rows.</summary>
    /// <param name="lines">Each with its number in the file, from 1.</param>
    public static SourceTable Of(string name, IEnumerable<(int Number, IReadOnlyList<string> Cells)> lines)
    {
        IReadOnlyList<string>? columns = null;
        var rows = new List<SourceRow>();
        foreach (var (number, cells) in lines.Where(l => l.Cells.Any(c => c.Length > 0)))
        {
            if (columns is null)
            {
                columns = Named(cells);
            }
            else
            {
                rows.Add(Row($"{name}:{number}", columns, cells));
            }
        }

        return new(name, columns ?? [], rows);
    }

    // A name that stands twice would hide a column.
    private static List<string> Named(IReadOnlyList<string> cells) =>
        [.. cells.Select((cell, at) => cells.Take(at).Count(c => c == cell) is > 0 and var before ? $"{cell} ({before + 1})" : cell)];

    private static TableRow Row(string place, IReadOnlyList<string> columns, IReadOnlyList<string> cells)
    {
        var values = new Dictionary<string, string>(columns.Count, StringComparer.Ordinal);
        for (var at = 0; at < columns.Count; at++)
        {
            values[columns[at]] = at < cells.Count ? cells[at] : "";
        }

        return new(place, values)
        {
            Broken = cells.Count > columns.Count ? $"the row has {cells.Count} values, but there are {columns.Count} columns: quote values that hold the separator" : null,
        };
    }
}
