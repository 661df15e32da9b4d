using System.Text.Json.Nodes;
using Platform.Cli.Releases.Sources;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

public sealed class LockedPackagesTests
{
    private const string Text = """
        {
          "version": 2,
          "dependencies": {
            "net10.0": {
              "Dapper": {"type": "Direct", "requested": "[2.1.86, )", "resolved": "2.1.86", "contentHash": "a+b/c=="},
              "Shared": {"type": "Transitive", "resolved": "1.0.0", "contentHash": "x"},
              "Only.Acme": {"type": "Transitive", "resolved": "1.0.0", "contentHash": "y", "dependencies": {"Below": "1.0.0"}},
              "Below": {"type": "Transitive", "resolved": "1.0.0", "contentHash": "z"},
              "platform.core": {"type": "Project", "dependencies": {"Shared": "[1.0.0, )"}},
              "platform.host": {"type": "Project", "dependencies": {"Platform.Core": "[0.1.0, )", "Platform.Connectors.Acme": "[0.1.0, )"}},
              "Platform.Connectors.Acme": {"type": "Project", "dependencies": {"Platform.Core": "[0.1.0, )", "Only.Acme": "[1.0.0, )"}}
            },
            "net10.0/linux-x64": {
              "Below": {"type": "Transitive", "resolved": "1.0.0", "contentHash": "z"},
              "Shared": {"type": "Transitive", "resolved": "1.0.0", "contentHash": "x"}
            }
          }
        }
        """;

    [Fact]
    public void What_only_a_project_that_stays_behind_needed_stays_behind_too()
    {
        var targets = JsonNode.Parse(LockedPackages.Without(["platform.connectors.acme"], Text)!)!["dependencies"]!;

        Assert.Equal(["Dapper", "Shared", "platform.core", "platform.host"], targets["net10.0"]!.AsObject().Select(e => e.Key));
        Assert.Equal(["Shared"], targets["net10.0/linux-x64"]!.AsObject().Select(e => e.Key));
        Assert.Equal(["Platform.Core"], targets["net10.0"]!["platform.host"]!["dependencies"]!.AsObject().Select(e => e.Key));
        Assert.Equal("a+b/c==", targets["net10.0"]!["Dapper"]!["contentHash"]!.ToString());
    }

    [Fact]
    public void A_file_that_names_none_of_them_stays_as_it_is() => Assert.Null(LockedPackages.Without(["Platform.Connectors.Other"], Text));

    [Fact]
    public void The_files_of_this_repository_lose_the_connector_and_nothing_else()
    {
        var text = File.ReadAllText(Path.Combine(TestFolder.RepositoryRoot, "tools/Cli/packages.lock.json"));
        var connector = JsonNode.Parse(text)!["dependencies"]!["net10.0"]!.AsObject().Select(e => e.Key).FirstOrDefault(name => name.StartsWith("Platform.Connectors.", StringComparison.Ordinal));
        Assert.SkipWhen(connector is null, "This platform has no connector.");

        var (before, after) = (Names(text), Names(LockedPackages.Without([connector!], text)!));

        Assert.Equal([connector], before.Except(after));
        Assert.Empty(after.Except(before));
    }

    private static List<string> Names(string text) => [.. JsonNode.Parse(text)!["dependencies"]!.AsObject().SelectMany(target => target.Value!.AsObject()).Select(e => e.Key)];
}
