using Platform.Cli.Import.Sources;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Mapping;

/// <summary>The value of a column, as it is or turned into the words of packs.</summary>
/// <param name="IsList">The key holds a list.</param>
/// <param name="Separator">Of a cell that holds several values.</param>
/// <param name="Words">What the source's words are here; null: the same.</param>
/// <param name="Otherwise">For words that are not listed, and for no value; null: they are a mistake.</param>
internal sealed record ColumnRule(string Column, bool IsList, string? Separator, IReadOnlyDictionary<string, string>? Words, string? Otherwise, ValueForm Form) : FieldRule
{
    public override IEnumerable<string> Columns => [Column];

    public static ColumnRule Read(NodeReader reader, bool isList) => new(
        reader.Required("column"), isList, reader.Optional("split"),
        (reader.Node("values") as PackMap)?.Entries.ToDictionary(e => e.Key, e => (e.Value as PackScalar)?.Value ?? ""),
        reader.Optional("otherwise"), reader.Map("as", ValueForm.Read) ?? ValueForm.AsItIs);

    public override PackNode? Value(SourceRow row, RowReading reading)
    {
        var found = row.Values(Column).SelectMany(Parts).Select(v => Word(v, reading)).OfType<string>().Distinct().ToList();
        if (found.Count == 0 && Otherwise is not null)
        {
            found.Add(Otherwise);
        }

        return found.Count == 0 ? null
            : IsList ? new PackList([.. found.Select(v => new PackScalar(v, default))], default)
            : new PackScalar(found[0], default);
    }

    private string[] Parts(string value) => Separator is null ? [value] : value.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private string? Word(string value, RowReading reading)
    {
        if (Words is not null)
        {
            return Words.GetValueOrDefault(value) ?? Otherwise ?? reading.Refuse($"'{value}' in {Column} is not among 'values'");
        }

        return Form.Of(value) ?? reading.Refuse($"'{value}' in {Column} is no {Form}");
    }
}
