using System.Text.Json;

namespace Platform.Cli.Releases.Contents;

/// <summary>What a <c>deps.json</c>, of <c>egov</c> or of a module, says: which package each file beside it comes from.</summary>
internal sealed class ProgramDependencies
{
    private const string RuntimePack = "runtimepack.";
    private const string Sha512 = "sha512-";
    private static readonly string[] Kinds = ["runtime", "native", "resources"];

    private readonly Dictionary<string, string> libraries = [];
    private readonly HashSet<string> own;

    public ProgramDependencies(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var described = json.RootElement.GetProperty("libraries").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone());
        var targets = json.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject()).ToLookup(p => IsProject(described[p.Name]));
        own = [.. targets[true].SelectMany(Parts).Select(PlaceOf)];
        var others = targets[false].Where(library => !IsNamedTwice(library)).ToList();
        Packages = [.. others.Select(library => library.Name).Distinct().Select(name => PackageOf(name, described[name]))];
        foreach (var (library, part) in others.SelectMany(library => Parts(library).Select(part => (library, part))))
        {
            libraries[PlaceOf(part)] = library.Name.Replace(RuntimePack, "", StringComparison.Ordinal);
        }
    }

    /// <summary>Those that it names, parts of .NET among them.</summary>
    public IReadOnlyList<Package> Packages { get; }

    /// <param name="file">Where it lies, from the folder of the programs on. Another file that is called so and lies elsewhere is of no package.</param>
    /// <returns>Null where it is of none.</returns>
    public Package? PackageOf(string file) => libraries.TryGetValue(file, out var library) ? Packages.First(p => $"{p.Name}/{p.Version}" == library) : null;

    /// <summary>Whether it was compiled with the program, of its maker's own sources.</summary>
    public bool IsOwn(string file) => own.Contains(file);

    // A project whose file is called otherwise than what it makes is a reference of whoever refers to it as well.
    private bool IsNamedTwice(JsonProperty library) => Parts(library).Select(PlaceOf).ToList() is { Count: > 0 } parts && parts.TrueForAll(own.Contains);

    private static bool IsProject(JsonElement library) => library.GetProperty("type").GetString() == "project";

    private static Package PackageOf(string library, JsonElement described)
    {
        var name = library.Replace(RuntimePack, "", StringComparison.Ordinal).Split('/');
        var digest = described.TryGetProperty("sha512", out var value) ? value.GetString()! : "";
        return new("nuget", name[0], name[1], digest.StartsWith(Sha512, StringComparison.Ordinal) ? Convert.ToHexStringLower(Convert.FromBase64String(digest[Sha512.Length..])) : null, Shipped: true);
    }

    private static IEnumerable<JsonProperty> Parts(JsonProperty library) => Kinds.Where(kind => library.Value.TryGetProperty(kind, out _)).SelectMany(kind => library.Value.GetProperty(kind).EnumerateObject());

    // Translations lie in a folder of their language, everything else lies beside the program.
    private static string PlaceOf(JsonProperty part) =>
        part.Value.TryGetProperty("locale", out var language) ? $"{language.GetString()}/{Path.GetFileName(part.Name)}" : Path.GetFileName(part.Name);
}
