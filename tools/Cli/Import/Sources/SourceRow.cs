namespace Platform.Cli.Import.Sources;

/// <summary>One row of what is imported, whatever its format: values by the name of a column.</summary>
internal abstract class SourceRow(string place)
{
    /// <summary>For messages: <c>services.csv:12</c>.</summary>
    public string Place => place;

    /// <summary>Why nothing can be read from it; null for a sound row.</summary>
    public string? Broken { get; init; }

    /// <summary>What stands in a column, without what is empty; a cell holds one value at most, a linked thing several.</summary>
    public abstract IReadOnlyList<string> Values(string column);

    /// <summary>What a column leads to, each with columns of its own.</summary>
    public abstract IEnumerable<SourceRow> Each(string column);

    public string? First(string column) => Values(column) is [var first, ..] ? first : null;
}
