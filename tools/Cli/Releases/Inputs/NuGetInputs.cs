using System.Text.Json;
using Platform.Cli.Releases.Contents;

namespace Platform.Cli.Releases.Inputs;

/// <summary>The NuGet packages from which programs were compiled, as one folder that NuGet takes for a source.</summary>
internal static class NuGetInputs
{
    /// <param name="sources">The folder with the sources, after they were built.</param>
    /// <returns>Path inside the archive, and the file.</returns>
    public static IEnumerable<KeyValuePair<string, string>> Of(string sources) =>
        Directory.EnumerateFiles(sources, "project.assets.json", SearchOption.AllDirectories).Where(file => !file.Contains("/node_modules/", StringComparison.Ordinal))
            .SelectMany(Packages).DistinctBy(p => p.Url)
            .Select(p => Path.Combine(Licence.FolderOf(p), $"{p.Name}.{p.Version}.nupkg".ToLowerInvariant()))
            .Select(file => KeyValuePair.Create($"nuget/{Path.GetFileName(file)}", file));

    // What is downloaded without being referred to: the parts of .NET, and the compiler that compiles beforehand.
    private static List<Package> Packages(string assets)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        var referred = json.RootElement.GetProperty("libraries").EnumerateObject().Where(p => p.Value.GetProperty("type").GetString() == "package")
            .Select(p => p.Name.Split('/')).Select(p => (Name: p[0], Version: p[1]));
        var downloaded = json.RootElement.GetProperty("project").GetProperty("frameworks").EnumerateObject()
            .Where(framework => framework.Value.TryGetProperty("downloadDependencies", out _))
            .SelectMany(framework => framework.Value.GetProperty("downloadDependencies").EnumerateArray())
            .Select(p => (Name: p.GetProperty("name").GetString()!, Version: p.GetProperty("version").GetString()!.TrimStart('[').Split(',')[0]));
        return [.. referred.Concat(downloaded).Select(p => new Package("nuget", p.Name, p.Version, null, Shipped: false))];
    }
}
