using System.Text;
using Platform.Cli.Packs;
using Platform.Cli.Releases.Screening;
using Platform.Cli.Releases.Sources;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>What leaves with each country's pack that is shipped holds no trace of another's, before anybody has built a release of it.</summary>
public sealed class ShippedScreenTests
{
    private static readonly string Root = TestFolder.RepositoryRoot;

    private static readonly List<PackLoadResult> Shipped =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "templates/packs"), "pack.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => PackCheck.Load(Path.GetDirectoryName(file)!, production: false))];

    public static TheoryData<string> Countries => [.. Shipped.Where(read => read.Layers.Count > 1).Select(read => read.Pack!.Name)];

    [Theory]
    [MemberData(nameof(Countries))]
    public void What_leaves_with_a_pack_holds_nothing_that_must_not(string name)
    {
        var read = Shipped.Single(r => r.Pack!.Name == name);
        var layers = read.Layers.Select(l => l.Name).ToHashSet();
        var packs = Shipped.Select(r => r.Pack!).ToList();
        List<Pack> shared = [.. packs.Where(p => p.Name != name && layers.Contains(p.Name))], others = [.. packs.Where(p => !layers.Contains(p.Name))];
        var traces = new Traces([.. others.Select(other => StrangerPack.Of(other, read.Pack!, shared))]);
        var selection = new SourceSelection(SourceFiles.Read(Root, allowChanges: true), PackParts.Of(read.Pack!, layers, Host.Modules.All), traces.AnyIn);
        var (rewrites, screen) = (new SourceRewrites(name, selection), new Screen(read.Pack!, shared, others));

        var found = selection.Paths.AsParallel().AsOrdered().SelectMany(path => screen.In($"source/{path}", Content(rewrites, path))).ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static byte[] Content(SourceRewrites rewrites, string path)
    {
        var file = Path.Combine(Root, path);
        return rewrites.Rewrite(path, file) is { } text ? Encoding.UTF8.GetBytes(text) : File.ReadAllBytes(file);
    }
}
