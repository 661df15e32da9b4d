using System.Text.Json;

namespace Platform.Cli.Releases.Contents;

/// <summary>What <c>egov.deps.json</c> says: which package each file of the programs comes from.</summary>
internal sealed class ProgramDependencies
{
    private static readonly string[] Kinds = ["runtime", "native", "resources"];

    private readonly Dictionary<string, string> libraries = [];

    public ProgramDependencies(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var types = json.RootElement.GetProperty("libraries").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetProperty("type").GetString());
        Packages = [.. types.Where(p => p.Value != "project").Select(p => p.Key)];
        foreach (var library in json.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject()).Where(p => types[p.Name] != "project"))
        {
            foreach (var path in Kinds.Where(kind => library.Value.TryGetProperty(kind, out _)).SelectMany(kind => library.Value.GetProperty(kind).EnumerateObject()))
            {
                libraries[Path.GetFileName(path.Name)] = library.Name;
            }
        }
    }

    /// <summary>Name and version with <c>/</c> between; parts of .NET begin with <c>runtimepack.</c></summary>
    public IReadOnlyList<string> Packages { get; }

    /// <param name="file">Name without folders.</param>
    public string? LibraryOf(string file) => libraries.GetValueOrDefault(file);
}
