using Platform.Cli.Import.Mapping;
using Platform.Cli.Import.Sources;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Services;

/// <summary>The rows of one table as things of a pack, and what became of each row: the fates are as many as the rows.</summary>
internal sealed class MappedRows
{
    private readonly MappedTable mapping;
    private readonly string kind;
    private readonly IReadOnlyList<string> required;
    private readonly OrderedDictionary<string, MappedRow> things = new(StringComparer.Ordinal);
    private readonly List<RowFate> fates = [];

    private MappedRows(MappedTable mapping, string kind, IReadOnlyList<string> required) => (this.mapping, this.kind, this.required) = (mapping, kind, required);

    public IReadOnlyCollection<MappedRow> Things => [.. things.Values];

    public IReadOnlyList<RowFate> Fates => fates;

    /// <param name="kind">Of the things' texts: <c>service</c>, <c>organization</c>.</param>
    /// <param name="required">Keys without which a row is refused.</param>
    /// <param name="problem">Says of a definition what else is wrong with it; null: nothing.</param>
    /// <exception cref="ImportException">The mapping names columns that are not there.</exception>
    public static MappedRows Read(SourceTable table, MappedTable mapping, string kind, IReadOnlyList<string> required, Func<PackMap, string?> problem, IProgress<int> progress)
    {
        Demand(table, mapping);
        var rows = new MappedRows(mapping, kind, required);
        foreach (var (number, row) in table.Rows.Index())
        {
            rows.fates.Add(rows.Take(row, problem));
            progress.Report(number + 1);
        }

        return rows;
    }

    private static void Demand(SourceTable table, MappedTable mapping)
    {
        var asked = mapping.Fields.SelectMany(f => f.Rule.Columns).Concat(mapping.Id.Columns).Concat(mapping.Only is { } only ? [only.Column] : []).Where(c => c.Length > 0).Distinct();
        if (table.Columns is { } columns && asked.Except(columns).ToList() is { Count: > 0 } lost)
        {
            throw new ImportException($"{table.Name} has no column {string.Join(", ", lost.Select(c => $"'{c}'"))}, which the mapping names; it has: {string.Join(", ", columns)}.");
        }
    }

    private RowFate Take(SourceRow row, Func<PackMap, string?> problem)
    {
        if (Mapped(row, problem, out var reasons) is not { } mapped)
        {
            return new(row.Place, RowOutcome.Refused, row.Broken is null ? mapping.Id.Of(row) : null, string.Join("; ", reasons));
        }

        if (!things.TryGetValue(mapped.Id, out var first))
        {
            things[mapped.Id] = mapped;
            return new(row.Place, RowOutcome.Imported, mapped.Id, Untranslated(mapped));
        }

        if (first.Raw != mapped.Raw)
        {
            return new(row.Place, RowOutcome.Refused, mapped.Id, $"the id is taken by {first.Place}, which is something else: '{first.Raw}' there, '{mapped.Raw}' here");
        }

        things[mapped.Id] = first.With(mapped, out var passedOver);
        return new(row.Place, RowOutcome.Merged, mapped.Id, $"joined with {first.Place}{(passedOver.Count == 0 ? "" : $"; not taken, because different there: {string.Join(", ", passedOver)}")}");
    }

    private MappedRow? Mapped(SourceRow row, Func<PackMap, string?> problem, out IReadOnlyList<string> reasons)
    {
        reasons = [row.Broken ?? ""];
        if (row.Broken is not null)
        {
            return null;
        }

        if (mapping.Only is { } only && !only.Holds(row))
        {
            reasons = [$"left out by the mapping: only rows where {only}"];
            return null;
        }

        if (mapping.Id.Of(row) is not { } id)
        {
            reasons = [$"no id can be made of '{mapping.Id.Raw(row)}' ({string.Join(", ", mapping.Id.Columns)})"];
            return null;
        }

        var reading = new RowReading($"{kind}/{id}#");
        var definition = Defined(id, row, reading);
        foreach (var key in required.Where(k => definition[k] is null))
        {
            reading.Refuse($"it has no {key}");
        }

        if (problem(definition) is { } wrong)
        {
            reading.Refuse(wrong);
        }

        reasons = reading.Reasons;
        return reasons.Count > 0 ? null : new(row.Place, id, mapping.Id.Raw(row), definition, reading.Wordings);
    }

    private PackMap Defined(string id, SourceRow row, RowReading reading)
    {
        var entries = new List<PackEntry> { new("id", default, new PackScalar(id, default)) };
        foreach (var (key, rule) in mapping.Fields)
        {
            if (rule.Value(row, reading.Below(key)) is { } value)
            {
                entries.Add(new(key, default, value));
            }
        }

        return new(entries, default);
    }

    private static string? Untranslated(MappedRow row) =>
        row.Wordings.Where(w => w.Text is null).ToList() is { Count: > 0 } lost ? $"without translation: {string.Join(", ", lost.Select(w => $"{w.Address.Split('#')[1]} ({w.Language})"))}" : null;
}
