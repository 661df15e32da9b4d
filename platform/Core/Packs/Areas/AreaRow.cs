namespace Platform.Core.Packs;

/// <summary>A row of <c>areas.csv</c>, merged over the layers by its code.</summary>
internal sealed class AreaRow(PackSource source, IReadOnlyDictionary<string, string> cells)
{
    public PackSource Source => source;

    public string Code => this["code"];

    public string this[string column] => cells.GetValueOrDefault(column, "");

    /// <summary>The languages that have a name here.</summary>
    public Dictionary<string, string> Names => cells.Where(c => c.Key.StartsWith("name_", StringComparison.Ordinal) && c.Value.Length > 0)
        .ToDictionary(c => c.Key["name_".Length..], c => c.Value, StringComparer.Ordinal);

    public AreaRow On(AreaRow below)
    {
        var merged = below.Cells.ToDictionary(StringComparer.Ordinal);
        foreach (var (column, value) in cells.Where(c => c.Value.Length > 0))
        {
            merged[column] = value;
        }
        return new(source, merged);
    }

    /// <summary>The row as a map of its columns; an empty cell says nothing.</summary>
    public PackMap ToNode() => new([.. cells.Where(c => c.Value.Length > 0 && c.Key != "code").Select(c => new PackEntry(c.Key, source, new PackScalar(c.Value, source)))], source);

    private IReadOnlyDictionary<string, string> Cells => cells;
}
