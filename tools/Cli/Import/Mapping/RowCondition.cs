using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Cli.Import.Sources;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Mapping;

/// <summary>Something that holds of a row or does not: a column is one of several values, is above a number, or matches a pattern.</summary>
internal sealed record RowCondition(string Column, IReadOnlyList<string> Is, decimal? Above, Regex? Matches)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static RowCondition? ReadOptional(NodeReader reader, string key) => reader.Map(key, Read);

    public static RowCondition Read(NodeReader reader)
    {
        var condition = new RowCondition(reader.Required("column"), reader.Words("is"), reader.Number("above"), Pattern(reader));
        if (condition is { Is.Count: 0, Above: null, Matches: null })
        {
            reader.Missing(["is", "above", "matches"], "Say what the column must be: 'is: [Y]', 'above: 0' or 'matches: <pattern>'.");
        }

        return condition;
    }

    public bool Holds(SourceRow row) => row.Values(Column).Any(Holds);

    public override string ToString() =>
        Is.Count > 0 ? $"{Column} is {string.Join(" or ", Is)}" : Above is { } above ? string.Create(CultureInfo.InvariantCulture, $"{Column} is above {above}") : $"{Column} matches {Matches}";

    private bool Holds(string value) =>
        Is.Contains(value)
        || (Above is { } above && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number > above)
        || Matches?.IsMatch(value) == true;

    private static Regex? Pattern(NodeReader reader)
    {
        if (reader.Scalar("matches") is not { } written)
        {
            return null;
        }

        try
        {
            return new(written.Value, RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException error)
        {
            reader.Problems.Add(written.Source, "'{0}' is no pattern: {1}", written.Value, error.Message);
            return null;
        }
    }
}
