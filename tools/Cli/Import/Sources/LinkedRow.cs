namespace Platform.Cli.Import.Sources;

/// <summary>
/// A thing of a graph as a row. A column is a path of properties, with a language at its end where one is meant:
/// <c>title@en</c>, <c>hasCompetentAuthority.prefLabel@fr</c>, <c>hasChannel.type</c>; <c>title@</c> is of no language. A link's own value is its address.
/// </summary>
internal sealed class LinkedRow(string place, LinkedGraph graph, LinkedThing thing) : SourceRow(place)
{
    public override IReadOnlyList<string> Values(string column)
    {
        var (path, language) = column.Split('@') is [var before, var tag] ? (before, tag) : (column, null);
        var steps = path.Split('.');
        return
        [
            .. from last in Along(steps[..^1])
               from value in last[steps[^1]]
               where language is null || string.Equals(value.Language ?? "", language, StringComparison.OrdinalIgnoreCase)
               where value.Address.Length > 0
               select value.Address,
        ];
    }

    public override IEnumerable<SourceRow> Each(string column) => Along(column.Split('.')).Select(t => new LinkedRow(Place, graph, t));

    private IEnumerable<LinkedThing> Along(string[] steps) =>
        steps.Aggregate((IEnumerable<LinkedThing>)[thing], (from, step) => from.SelectMany(t => t[step]).Select(v => graph.Find(v.Address)).OfType<LinkedThing>());
}
