namespace Platform.Cli.Import.Sources;

/// <summary>A row of a table: one cell for each column.</summary>
internal sealed class TableRow(string place, IReadOnlyDictionary<string, string> cells) : SourceRow(place)
{
    public override IReadOnlyList<string> Values(string column) => cells.TryGetValue(column, out var cell) && cell.Length > 0 ? [cell] : [];

    /// <summary>A cell leads nowhere but to itself: its value stands in a column without a name.</summary>
    public override IEnumerable<SourceRow> Each(string column) =>
        Values(column).Select(value => new TableRow(Place, new Dictionary<string, string>(cells) { [""] = value }));
}
