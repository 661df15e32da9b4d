using System.Text.Json;

namespace Platform.Cli.Releases.Contents;

/// <summary>Everything that lock files name, and the parts of .NET that come with the programs.</summary>
internal static class Packages
{
    private const string RuntimePack = "runtimepack.";
    private const string Modules = "node_modules/";

    /// <param name="sources">The folder with the sources, after they were built.</param>
    /// <param name="paths">The files of the sources.</param>
    /// <param name="dependencies">What <c>egov.deps.json</c> says.</param>
    public static IReadOnlyList<Package> Read(string sources, IEnumerable<string> paths, ProgramDependencies dependencies)
    {
        var locks = paths.Where(p => Path.GetFileName(p) == "packages.lock.json").SelectMany(p => NuGet(Path.Combine(sources, p)));
        var shipped = dependencies.Packages.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var libraries = locks.DistinctBy(p => p.Url).Select(p => p with { Shipped = shipped.Contains($"{p.Name}/{p.Version}") });
        var runtimes = dependencies.Packages.Where(p => p.StartsWith(RuntimePack, StringComparison.Ordinal)).Select(p => p[RuntimePack.Length..].Split('/')).Select(p => new Package("nuget", p[0], p[1], null, Shipped: true));
        return [.. libraries.Concat(runtimes).Concat(Npm(Path.Combine(sources, "platform/Web"))).OrderBy(p => p.Url, StringComparer.Ordinal)];
    }

    /// <summary>The package that a file of the programs comes from; null: from here.</summary>
    public static Package? Of(IReadOnlyList<Package> packages, string? library) => library is null ? null
        : packages.FirstOrDefault(p => string.Equals($"{p.Name}/{p.Version}", library.Replace(RuntimePack, "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

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
