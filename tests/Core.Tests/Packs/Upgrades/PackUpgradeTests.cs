using System.Text;
using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs.Upgrades;

public sealed class PackUpgradeTests
{
    private const int Triples = 500;

    [Theory]
    [InlineData("services/x.yaml", true)]
    [InlineData("services/x.yaml", false)]
    [InlineData("areas.csv", true)]
    [InlineData("areas.csv", false)]
    [InlineData("locales/lo.po", true)]
    [InlineData("locales/lo.po", false)]
    public void What_is_written_gives_what_was_decided(string path, bool layered)
    {
        var packs = new GeneratedPacks(path);
        var written = 0;
        for (var seed = 0; seed < Triples; seed++)
        {
            var (old, @new, yours) = packs.Triple(seed, layered);
            var (before, after) = (packs.Base("base", old), packs.Base("base", @new));
            var own = packs.Own(layered ? FieldFit.Overrides(yours, old) : yours, seed, layered ? before : null);
            var upgrade = new PackUpgrade(own, after, before);
            var trees = new GeneratedTrees(seed);
            var choices = upgrade.Changes.Where(c => c.Outcome is FieldOutcome.Conflict && trees.Coin(50)).ToDictionary(c => c.Path, _ => FieldChoice.Theirs);
            var result = upgrade.With(choices);
            var wanted = new ThreeWayMerge(c => choices.TryGetValue(c.Path, out var choice) ? choice.Of(c) : c.Proposed, layered).Merge(new(path), old, @new, packs.Read(own));

            Assert.Empty(upgrade.Problems);
            Assert.Empty(result.Problems.Select(p => $"seed {seed}: {p}"));
            Assert.True(NodeParts.Same(wanted ?? new PackMap([], default), packs.Read(result.Files) ?? new PackMap([], default)), $"seed {seed}: {FieldWords.Of(wanted)}\n{TextOf(own, path)}\n-----\n{TextOf(result.Files, path)}");
            Assert.True(layered || Orders(wanted ?? new PackMap([], default)) == Orders(packs.Read(result.Files) ?? new PackMap([], default)), $"seed {seed}: {FieldWords.Of(wanted)}\n{TextOf(result.Files, path)}");
            written += result.Changes.Count(c => c.Layer == "own");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Triples} packs, {written} files written");
        Assert.True(written > Triples / 20);
    }

    // The ids of every list, in their order.
    private static string Orders(PackNode? node) => NodeParts.Of(node) is not { } parts ? "" :
        $"({string.Join(' ', (node is PackList ? parts.AsEnumerable() : parts.OrderBy(p => p.Key, StringComparer.Ordinal)).Select(p => (node is PackList ? p.Key : "") + Orders(p.Value)))})";

    private static string TextOf(IPackFiles files, string path) => files.Has(path) ? Encoding.UTF8.GetString(files.Read(path)) : "(none)";
}
