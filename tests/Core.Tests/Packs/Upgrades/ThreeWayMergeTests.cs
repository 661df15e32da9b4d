using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs.Upgrades;

public sealed class ThreeWayMergeTests
{
    private const int Triples = 500;

    [Theory]
    [InlineData("a: 1", "a: 2", "a: 1", "Taken x#a", "a: 2")]
    [InlineData("a: 1", "a: 1", "a: 2", "Kept x#a", "a: 2")]
    [InlineData("a: 1", "a: 2", "a: 2", "Agreed x#a", "a: 2")]
    [InlineData("a: 1", "a: 2", "a: 3", "Conflict x#a", "a: 3")]
    [InlineData("a: 1", "a: 1\nb: 2", "a: 1", "Taken x#b", "a: 1, b: 2")]
    [InlineData("a: [{id: p, v: 1}, {id: q}]", "a: [{id: p, v: 2}, {id: q}]", "a: [{id: p, v: 1}, {id: q, w: 3}]", "Taken x#a.p.v; Kept x#a.q.w", "a: [{id: p, v: 2}, {id: q, w: 3}]")]
    [InlineData("a: [{id: p}]", "a: [{id: p}, {id: n}]", "a: [{id: p}, {id: m}]", "Taken x#a.n; Kept x#a.m", "a: [{id: p}, {id: n}, {id: m}]")]
    [InlineData("a: [{id: p, v: 1}]", "a: [{id: q}]", "a: [{id: p, v: 2}]", "Conflict x#a.p; Taken x#a.q", "a: [{id: q}, {id: p, v: 2}]")]
    [InlineData("a: [{id: p, v: 1}, {id: q}]", "a: [{id: p, v: 2}, {id: q}]", "a: [{id: q}]", "Conflict x#a.p", "a: [{id: q}]")]
    [InlineData("a: [x, y]", "a: [x, z]", "a: [x, y, w]", "Conflict x#a", "a: [x, y, w]")]
    [InlineData("a: 3 days", "a: {within: 3 days}", "a: 3 days", "Taken x#a", "a: {within: 3 days}")]
    [InlineData("a: 1\nb: {c: 2, d: 3}", "b: {d: 3, c: 2}\na: 1", "a: 1\nb: {c: 2, d: 3}", "", "a: 1, b: {c: 2, d: 3}")]
    [InlineData("a: [{id: p}, {id: q}, {id: r}]", "a: [{id: r}, {id: p}, {id: q}]", "a: [{id: p}, {id: q}, {id: r}]", "Taken x#a.(order)", "a: [{id: r}, {id: p}, {id: q}]")]
    [InlineData("a: [{id: p}, {id: q}]", "a: [{id: p}, {id: q}]", "a: [{id: q}, {id: p}]", "Kept x#a.(order)", "a: [{id: q}, {id: p}]")]
    [InlineData("a: [{id: p}, {id: q}]", "a: [{id: q}, {id: p}]", "a: [{id: q}, {id: p}]", "Agreed x#a.(order)", "a: [{id: q}, {id: p}]")]
    [InlineData("a: [{id: p}, {id: q}, {id: r}]", "a: [{id: r}, {id: q}, {id: p}]", "a: [{id: q}, {id: p}, {id: r}]", "Conflict x#a.(order)", "a: [{id: q}, {id: p}, {id: r}]")]
    [InlineData("a: [{id: p}, {id: q}]", "a: [{id: q}, {id: n}, {id: p}]", "a: [{id: p}, {id: m}, {id: q}]", "Taken x#a.(order); Taken x#a.n; Kept x#a.m", "a: [{id: q}, {id: n}, {id: p}, {id: m}]")]
    public void Each_field_is_taken_kept_agreed_or_a_conflict(string old, string @new, string yours, string changes, string merged)
    {
        var merge = new ThreeWayMerge(c => c.Proposed);
        var result = merge.Merge(new("x"), Yaml(old), Yaml(@new), Yaml(yours));

        Assert.Equal(changes, string.Join("; ", merge.Changes.OrderBy(c => c.Path.ToString(), StringComparer.Ordinal).Select(c => $"{c.Outcome} {c.Path}").Order(StringComparer.Ordinal).OrderBy(c => changes.IndexOf(c, StringComparison.Ordinal))));
        Assert.Equal(YamlWriter.WriteLine(Yaml($"{{{merged}}}")), YamlWriter.WriteLine(result!));
    }

    [Theory]
    [InlineData("a: [{id: r}, {id: q}, {id: p}]")]
    [InlineData("a: [{id: p}, {id: r}, {id: q}]")]
    public void An_order_that_both_changed_is_decided(string decided)
    {
        var merge = new ThreeWayMerge(c => c.Outcome is FieldOutcome.Conflict ? new PackList([.. NodeParts.Of(((PackMap)Yaml(decided))["a"])!.Keys.Select(k => new PackScalar(k, default))], default) : c.Proposed);

        Assert.Equal(YamlWriter.Write(Yaml(decided)), YamlWriter.Write(merge.Merge(new("x"), Yaml("a: [{id: p}, {id: q}, {id: r}]"), Yaml("a: [{id: r}, {id: q}, {id: p}]"), Yaml("a: [{id: q}, {id: p}, {id: r}]"))!));
    }

    [Fact]
    public void A_layer_has_the_order_of_its_base_and_is_only_told()
    {
        var merge = new ThreeWayMerge(c => c.Proposed, layered: true);
        merge.Merge(new("x"), Yaml("a: [{id: p}, {id: q}]\nb: [{id: p}, {id: q}]"), Yaml("a: [{id: q}, {id: p}]\nb: [{id: q}, {id: p}]"), Yaml("a: [{id: p}, {id: q}]\nb: [{id: q}, {id: p}]"));

        Assert.Equal(["Taken x#a.(order)"], merge.Changes.Select(c => $"{c.Outcome} {c.Path}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Generated_triples_agree_with_the_naive_specification(bool ours)
    {
        var (conflicts, changes) = (0, 0);
        for (var seed = 0; seed < Triples; seed++)
        {
            var (old, @new, yours) = Triple(seed);
            var merge = new ThreeWayMerge(c => c.Outcome is FieldOutcome.Conflict && !ours ? c.New : c.Proposed);
            var merged = NaiveMerge.Flat(merge.Merge(new("x"), old, @new, yours));

            Assert.Equal(NaiveMerge.Of(old, @new, yours, ours, out var naive), merged);
            Assert.Equal(naive, merge.Changes.Count(c => c.Outcome is FieldOutcome.Conflict && c.Path.Keys[^1] != "(order)"));
            (conflicts, changes) = (conflicts + naive, changes + merge.Changes.Count);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Triples} triples, {changes} fields, {conflicts} conflicts");
        Assert.True(conflicts > Triples / 2 && changes > conflicts * 2, $"{conflicts} conflicts in {changes} fields are too few to say anything.");
    }

    [Fact]
    public void No_local_change_is_lost_and_no_change_of_the_base_without_a_conflict()
    {
        for (var seed = 0; seed < Triples; seed++)
        {
            var (old, @new, yours) = Triple(seed);
            var (o, n, y) = (NaiveMerge.Flat(old), NaiveMerge.Flat(@new), NaiveMerge.Flat(yours));
            var mine = NaiveMerge.Flat(new ThreeWayMerge(c => c.Proposed).Merge(new("x"), old, @new, yours));
            var theirs = NaiveMerge.Flat(new ThreeWayMerge(c => c.Outcome is FieldOutcome.Conflict ? c.New : c.Proposed).Merge(new("x"), old, @new, yours));

            Assert.Superset(new HashSet<string>(y.Except(o)), new HashSet<string>(mine));
            Assert.Empty(o.Except(y).Intersect(mine));
            Assert.Superset(new HashSet<string>(n.Except(o)), new HashSet<string>(theirs));
            Assert.Empty(o.Except(n).Intersect(theirs));
        }
    }

    private static (PackMap Old, PackMap New, PackMap Yours) Triple(int seed)
    {
        var trees = new GeneratedTrees(seed);
        var old = trees.Definition();
        return (old, trees.Changed(old, t => t.Definition()), trees.Changed(old, t => t.Definition()));
    }

    private static PackNode Yaml(string text) => YamlFile.Parse("x", "x", text, new())!;
}
