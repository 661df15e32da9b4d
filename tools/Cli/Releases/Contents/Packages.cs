using System.Text.Json;

namespace Platform.Cli.Releases.Contents;

/// <summary>Everything that lock files name, and the parts of .NET that come with the programs.</summary>
internal static class Packages
{
    private const string Modules = "node_modules/";

    /// <param name="sources">The folder with the sources, after they were built.</param>
    /// <param name="paths">The files of the sources.</param>
    /// <param name="dependencies">What <c>egov.deps.json</c> says.</param>
    public static IReadOnlyList<Package> Read(string sources, IEnumerable<string> paths, ProgramDependencies dependencies)
    {
        var locks = paths.Where(p => Path.GetFileName(p) == "packages.lock.json").SelectMany(p => NuGet(Path.Combine(sources, p))).DistinctBy(p => p.Url).ToList();
        var shipped = dependencies.Packages.Select(p => p.Url).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var libraries = locks.Select(p => p with { Shipped = shipped.Contains(p.Url) });
        // No lock file names the parts of .NET.
        var runtimes = dependencies.Packages.ExceptBy(locks.Select(p => p.Url), p => p.Url, StringComparer.OrdinalIgnoreCase);
        return [.. libraries.Concat(runtimes).Concat(Npm(Path.Combine(sources, "platform/Web"))).OrderBy(p => p.Url, StringComparer.Ordinal)];
    }

    private static IEnumerable<Package> NuGet(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(p => p.Value.TryGetProperty("resolved", out _))
            .Select(p => new Package("nuget", p.Name, p.Value.GetProperty("resolved").GetString()!, Hex(p.Value.GetProperty("contentHash").GetString()!), Shipped: false))];
    }

    /// <summary>What <c>package-lock.json</c> names, each with the folder where npm puts it.</summary>
    /// <param name="web">The folder of <c>package.json</c>.</param>
    public static IReadOnlyList<(string Place, Package Package)> Locked(string web)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(web, "package-lock.json")));
        var all = json.RootElement.GetProperty("packages");
        var asked = all.GetProperty("").GetProperty("devDependencies").EnumerateObject().Select(p => Modules + p.Name).ToHashSet();
        return [.. all.EnumerateObject().Where(p => p.Name.Length > 0).Select(p => (p.Name, new Package(
            "npm", p.Name[(p.Name.LastIndexOf(Modules, StringComparison.Ordinal) + Modules.Length)..], p.Value.GetProperty("version").GetString()!,
            Hex(p.Value.GetProperty("integrity").GetString()!["sha512-".Length..]), asked.Contains(p.Name))))];
    }

    // Of packages for other systems nothing is installed. What is asked for by name gives styles, fonts and icons; the rest are tools.
    private static IEnumerable<Package> Npm(string web) => Locked(web).Where(p => Directory.Exists(Path.Combine(web, p.Place))).Select(p => p.Package);

    private static string Hex(string base64) => Convert.ToHexStringLower(Convert.FromBase64String(base64));
}
