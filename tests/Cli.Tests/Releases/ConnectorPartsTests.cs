using Platform.Cli.Packs;
using Platform.Cli.Releases.Sources;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>A connector leaves with the packs that list it and with no other.</summary>
public sealed class ConnectorPartsTests
{
    private static readonly string Root = TestFolder.RepositoryRoot;

    [Fact]
    public void It_comes_where_it_is_listed()
    {
        var selection = Of("e-mongolia");

        Assert.Contains("platform/Connectors/Dan/DanProvider.cs", selection.Paths);
        Assert.Empty(selection.ConnectorsLeft);
        Assert.Null(new SourceRewrites("e-mongolia", selection).Rewrite("platform/Host/Connectors.cs", Path.Combine(Root, "platform/Host/Connectors.cs")));
    }

    [Fact]
    public void Elsewhere_it_stays_behind_with_its_tests_and_its_place_in_the_list()
    {
        var selection = Of("e-laos");
        var rewrites = new SourceRewrites("e-laos", selection);

        Assert.DoesNotContain(selection.Paths, p => p.StartsWith("platform/Connectors/Dan", StringComparison.Ordinal) || p.StartsWith("tests/Connectors/Dan", StringComparison.Ordinal));
        Assert.Contains("connector Dan", selection.Left);
        var list = rewrites.Rewrite("platform/Host/Connectors.cs", Path.Combine(Root, "platform/Host/Connectors.cs"))!;
        Assert.Contains("PlatformConnector", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Dan", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Connectors.Dan", rewrites.Rewrite("tools/Cli/packages.lock.json", Path.Combine(Root, "tools/Cli/packages.lock.json"))!, StringComparison.Ordinal);
        Assert.DoesNotContain("Dan", rewrites.Rewrite("Platform.sln", Path.Combine(Root, "Platform.sln"))!, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_that_use_a_word_of_its_tests_come_all_the_same()
    {
        var paths = Of("e-laos").Paths;

        Assert.Contains("tests/Conventions.Tests/packages.lock.json", paths);
        Assert.Contains("tests/Browser.Tests/packages.lock.json", paths);
        Assert.True(paths.Count(p => p.StartsWith("tests/", StringComparison.Ordinal)) > SourceFiles.Read(Root, allowChanges: true).Paths.Count(p => p.StartsWith("tests/", StringComparison.Ordinal)) * 9 / 10);
    }

    private static SourceSelection Of(string name)
    {
        var own = PackCheck.Load(Path.Combine(Root, "templates/packs", name), production: false);
        var parts = PackParts.Of(own.Pack!, own.Layers.Select(l => l.Name), Host.Modules.All);
        return new(SourceFiles.Read(Root, allowChanges: true), parts, _ => false);
    }
}
