using Platform.Cli.Import.Sources;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Mapping;

/// <summary>A map of further rules, as for <c>deadline: {within, source}</c>; nothing where its first key has no value.</summary>
internal sealed record MapRule(IReadOnlyList<(string Key, FieldRule Rule)> Fields) : FieldRule
{
    public override IEnumerable<string> Columns => Fields.SelectMany(f => f.Rule.Columns);

    public override PackNode? Value(SourceRow row, RowReading reading) => Build(row, reading, Fields);

    public static PackMap? Build(SourceRow row, RowReading reading, IReadOnlyList<(string Key, FieldRule Rule)> fields)
    {
        var entries = new List<PackEntry>();
        foreach (var (key, rule) in fields)
        {
            if (rule.Value(row, reading.Below(key)) is { } value)
            {
                entries.Add(new(key, default, value));
            }
            else if (entries.Count == 0)
            {
                return null;
            }
        }

        return new(entries, default);
    }
}
