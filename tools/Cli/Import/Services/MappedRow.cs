using Platform.Cli.Import.Mapping;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Services;

/// <summary>What a row became.</summary>
/// <param name="Raw">What the source knows it by.</param>
internal sealed record MappedRow(string Place, string Id, string Raw, PackMap Definition, IReadOnlyList<Wording> Wordings)
{
    /// <summary>This row with what another of the same thing adds: keys and translations that are missing here, further words of lists.</summary>
    /// <param name="passedOver">Keys whose values in the other row are different, and are not taken.</param>
    public MappedRow With(MappedRow other, out IReadOnlyList<string> passedOver)
    {
        var (entries, differing) = (Definition.Entries.ToList(), new List<string>());
        foreach (var theirs in other.Definition.Entries)
        {
            var at = entries.FindIndex(e => e.Key == theirs.Key);
            if (at < 0)
            {
                entries.Add(theirs);
            }
            else if (Joined(entries[at].Value, theirs.Value) is { } list)
            {
                entries[at] = new(theirs.Key, default, list);
            }
            else if (YamlWriter.Write(entries[at].Value) != YamlWriter.Write(theirs.Value))
            {
                differing.Add(theirs.Key);
            }
        }

        passedOver = differing;
        return this with { Definition = new(entries, default), Wordings = Joined(Wordings, other.Wordings) };
    }

    private static PackList? Joined(PackNode ours, PackNode theirs) => (ours, theirs) is (PackList a, PackList b) && a.Items.Concat(b.Items).All(i => i is PackScalar)
        ? new([.. a.Items.Concat(b.Items).Cast<PackScalar>().DistinctBy(s => s.Value)], default)
        : null;

    // A translation is of one wording of the source: that which the first row has.
    private static List<Wording> Joined(IReadOnlyList<Wording> ours, IReadOnlyList<Wording> theirs)
    {
        var joined = ours.Select(w => w.Text is null ? theirs.FirstOrDefault(t => t.Address == w.Address && t.Language == w.Language && t.Source == w.Source) ?? w : w).ToList();
        joined.AddRange(theirs.Where(t => !ours.Any(w => w.Address == t.Address)));
        return joined;
    }
}
