using Platform.Cli.Import.Sources;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Mapping;

/// <summary>A list of those words whose condition holds of the row.</summary>
/// <param name="Otherwise">The list where none holds.</param>
internal sealed record CollectRule(IReadOnlyList<(string Word, RowCondition When)> Words, IReadOnlyList<string> Otherwise) : FieldRule
{
    public override IEnumerable<string> Columns => Words.Select(w => w.When.Column);

    public static CollectRule Read(NodeReader reader) => new(
        [.. reader.List("collect", r => Tuple.Create(r.Required("value"), RowCondition.Read(r))).Select(w => (w.Item1, w.Item2))], reader.Words("otherwise"));

    public override PackNode? Value(SourceRow row, RowReading reading)
    {
        var found = Words.Where(w => w.When.Holds(row)).Select(w => w.Word).Distinct().ToList();
        IReadOnlyList<string> words = found.Count > 0 ? found : Otherwise;
        return words.Count == 0 ? null : new PackList([.. words.Select(w => new PackScalar(w, default))], default);
    }
}
