using Platform.Core.Modules;

namespace Platform.Core.Exports;

/// <summary>A table that is not exported.</summary>
public sealed record NotExported(string Table, string Reason);

/// <summary>Which tables of an instance are exported and how: those of the platform itself and those that modules declared.</summary>
public sealed class ExportPlan
{
    private readonly Dictionary<string, ExportTable> tables;

    public ExportPlan(IEnumerable<InstalledModule> modules)
    {
        var all = modules.ToList();
        tables = all.SelectMany(m => m.Exports).Concat(PlatformExport.Tables).ToDictionary(t => t.Name, StringComparer.Ordinal);
        Left = all.SelectMany(m => m.NotExported).Concat(PlatformExport.Left).OrderBy(l => l.Table, StringComparer.Ordinal).ToList();
    }

    public IReadOnlyCollection<ExportTable> Tables => tables.Values;

    /// <summary>Reviewed: each with the reason why nobody misses it elsewhere.</summary>
    public IReadOnlyList<NotExported> Left { get; }

    /// <summary>How a table is exported: as declared; of one that nobody declared, every column as it lies there. Null: it stays.</summary>
    internal ExportTable? Of(string table) => tables.GetValueOrDefault(table)
        ?? (Left.Any(l => l.Table == table) ? null : new ExportTable(table, "Of a module that this program does not know: columns as they lie there, sealed ones unopened.", ""));

    internal bool Knows(string table) => tables.ContainsKey(table);
}
