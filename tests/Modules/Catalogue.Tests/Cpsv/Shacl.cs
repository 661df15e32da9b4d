using System.Diagnostics;
using System.Text.Json;
using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests.Cpsv;

/// <summary>Readers of others judge the graph: <c>jsonld</c> makes triples of it, <c>rdf-validate-shacl</c> holds the shapes against them.</summary>
internal static class Shacl
{
    private static readonly string Folder = Path.Combine(TestFolder.RepositoryRoot, "tests/Modules/Catalogue.Tests/independent");

    /// <returns>What was wrong, empty where all holds; and how many things of each class there are, by its address.</returns>
    public static async Task<(string Wrong, IReadOnlyDictionary<string, int> Counts)> JudgeAsync(string document)
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["catalogue.jsonld"], document);
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "shacl.mjs"), folder["catalogue.jsonld"], Path.Combine(Folder, "cpsv-ap.ttl")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(said[1].Length > 0, process.ExitCode != 0);
        return (said[1], said[0].Length == 0 ? new Dictionary<string, int>() : JsonSerializer.Deserialize<Dictionary<string, int>>(said[0])!);
    }
}
