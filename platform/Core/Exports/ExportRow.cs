namespace Platform.Core.Exports;

/// <summary>A row as it was read, for whoever must say where a sealed value of it belongs.</summary>
public sealed class ExportRow
{
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly object?[] values;

    internal ExportRow(IReadOnlyList<TableColumn> columns, object?[] values) => (this.columns, this.values) = (columns, values);

    internal object? this[string column] => values[columns.TakeWhile(c => c.Name != column).Count()];

    /// <exception cref="InvalidCastException">The column holds no id.</exception>
    public Guid Id(string column) => (Guid)this[column]!;

    /// <exception cref="InvalidCastException">The column holds no number.</exception>
    public long Number(string column) => (long)this[column]!;

    /// <exception cref="InvalidCastException">The column holds no text.</exception>
    public string Text(string column) => (string)this[column]!;

    internal Guid? IdOrNull(string column) => (Guid?)this[column];
}
