using Platform.Core.Packs;

namespace Platform.Cli.Packs.Upgrades;

/// <summary>Says what an upgrade does to each field, and who said what, where.</summary>
internal static class UpgradeReport
{
    private const int LongestValue = 100;

    // What asks most of the reader stands last, above the counts.
    private static readonly FieldOutcome[] Order = [FieldOutcome.Kept, FieldOutcome.Agreed, FieldOutcome.Taken, FieldOutcome.Conflict];

    public static void Write(PackUpgrade upgrade, TextWriter output)
    {
        output.WriteLine($"From {upgrade.Old} to {upgrade.New}:");
        foreach (var change in upgrade.Changes.OrderBy(c => Array.IndexOf(Order, c.Outcome)))
        {
            output.WriteLine($"{Word(change.Outcome),-9} {change.Path}");
            foreach (var line in Sides(change, upgrade))
            {
                output.WriteLine($"          {line}");
            }
        }

        var counts = Enum.GetValues<FieldOutcome>().Select(o => $"{upgrade.Changes.Count(c => c.Outcome == o)} {Word(o)}");
        output.WriteLine(string.Join(", ", counts).Replace("conflict", "in conflict", StringComparison.Ordinal));
    }

    /// <summary>The values of a conflict, or the one that comes or stays; text files as differences line by line.</summary>
    public static IEnumerable<string> Sides(FieldChange change, PackUpgrade upgrade) => change.Outcome switch
    {
        FieldOutcome.Taken => Lines("was", change.Old, upgrade.Old).Concat(Lines("now", change.New, upgrade.New, change.Old)),
        FieldOutcome.Kept => Lines("was", change.Old, upgrade.Old).Concat(Lines("yours", change.Yours, null, change.Old)),
        FieldOutcome.Agreed => Lines("both", change.Yours, null),
        _ => Lines("was", change.Old, upgrade.Old).Concat(Lines("theirs", change.New, upgrade.New, change.Old)).Concat(Lines("yours", change.Yours, null, change.Old)),
    };

    private static string Word(FieldOutcome outcome) => outcome.ToString().ToLowerInvariant();

    private static IEnumerable<string> Lines(string who, PackNode? value, PackTag? tag, PackNode? before = null)
    {
        if (FieldWords.Difference(before, value) is { } difference)
        {
            return difference.Prepend($"{who,-7} {Place(value!.Source, tag)}:");
        }

        var words = FieldWords.Of(value);
        return [$"{who,-7} {(words.Length > LongestValue ? words[..LongestValue] + "..." : words)}{(value is null ? "" : $"    {Place(value.Source, tag)}")}"];
    }

    private static string Place(PackSource source, PackTag? tag) =>
        $"{source.Layer}{(tag is not null && tag.Name == source.Layer ? "@" + tag.Version : "")}/{source.File}:{source.Line}";
}
