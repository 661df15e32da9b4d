using System.Text.Json;
using System.Xml.Linq;

namespace Platform.Cli.Releases.Contents;

/// <summary>What a package says about its licence.</summary>
/// <param name="Expression">Of SPDX; null where it comes as a text only.</param>
/// <param name="Copyright">Whose it is.</param>
/// <param name="Files">Licences and notices in the package.</param>
internal sealed record Licence(string? Expression, string Copyright, IReadOnlyList<string> Files)
{
    private static readonly string[] Words = ["licen", "notice", "third-party", "thirdparty", "copying"];

    /// <param name="web">The folder of <c>package.json</c>, after npm has installed what it names.</param>
    /// <exception cref="ReleaseBuildException">The package is not on this machine.</exception>
    public static Licence Of(Package package, string web) => package.Kind == "npm" ? OfNpm(Path.Combine(web, "node_modules", package.Name)) : OfNuGet(package);

    /// <param name="folder">Where a module's maker has laid what is to go along.</param>
    /// <exception cref="ReleaseBuildException">There is no licence.</exception>
    public static Licence OfFolder(string folder, string name) => FilesIn(folder) is { Count: > 0 } files && files.Any(LicenceFolder.IsLicence) ? new(null, "its maker", files)
        : throw new ReleaseBuildException($"{name} comes without a licence, so nobody who receives the release would know what they may do with it. Lay its text beside it as LICENSE.txt.");

    /// <exception cref="ReleaseBuildException">The package is not on this machine.</exception>
    public static Licence OfNuGet(Package package)
    {
        var folder = FolderOf(package);
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec")[0]).Root!.Elements().First(e => e.Name.LocalName == "metadata");
        var licence = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license" && e.Attribute("type")?.Value == "expression")?.Value;
        return new(licence, Value("copyright") ?? Value("authors") ?? "its authors", FilesIn(folder));

        string? Value(string name) => metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value is { Length: > 0 } text ? text : null;
    }

    private static Licence OfNpm(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "package.json")));
        var author = json.RootElement.TryGetProperty("author", out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetProperty("name").GetString() : null;
        return new(json.RootElement.GetProperty("license").GetString(), author ?? "its authors", FilesIn(folder));
    }

    /// <summary>Where NuGet keeps a package.</summary>
    public static string FolderOf(Package package)
    {
        var all = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        var folder = Path.Combine(all, package.Name.ToLowerInvariant(), package.Version.ToLowerInvariant());
        return Directory.Exists(folder) ? folder : throw new ReleaseBuildException($"The package {package.Name} {package.Version} is not on this machine, so its licence cannot be added. Restore what uses it: dotnet restore Platform.sln, or the project of the module that brings it along.");
    }

    private static List<string> FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(file => Words.Any(word => Path.GetFileName(file).StartsWith(word, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal)];
}
