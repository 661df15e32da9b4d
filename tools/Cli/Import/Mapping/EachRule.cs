using System.Globalization;
using Platform.Cli.Import.Sources;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Mapping;

/// <summary>A list with a map for each thing that a column leads to: laws, requirements, steps.</summary>
/// <param name="Separator">Of a cell that holds several.</param>
internal sealed record EachRule(string Column, string? Separator, IdRule? Id, IReadOnlyList<(string Key, FieldRule Rule)> Fields) : FieldRule
{
    public override IEnumerable<string> Columns => [Column];

    public static EachRule Read(NodeReader reader, IReadOnlyList<string> languages) =>
        new(reader.Required("each"), reader.Optional("split"), reader.Map("id", IdRule.Read), Several(reader, languages));

    public override PackNode? Value(SourceRow row, RowReading reading)
    {
        var items = new List<PackNode>();
        foreach (var one in row.Each(Column).SelectMany(Parts))
        {
            var (place, id) = (items.Count + 1, Id?.Of(one));
            var address = id ?? place.ToString(CultureInfo.InvariantCulture);
            if (MapRule.Build(one, reading.Below(address), Fields) is { } item && (Id is null || id is not null))
            {
                items.Add(id is null ? item : new PackMap([new("id", default, new PackScalar(id, default)), .. item.Entries], default));
            }
        }

        return items.Count == 0 ? null : new PackList(items, default);
    }

    private IEnumerable<SourceRow> Parts(SourceRow one) => Separator is null
        ? [one]
        : one.Values("").SelectMany(v => v.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(v => new TableRow(one.Place, new Dictionary<string, string> { [""] = v }));
}
