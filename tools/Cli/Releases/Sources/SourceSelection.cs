namespace Platform.Cli.Releases.Sources;

/// <summary>
/// The files of a repository that belong to one pack. What belongs to another pack, a module or connector that is off, or another language stays behind,
/// and so do tests that cannot do without it.
/// </summary>
internal sealed class SourceSelection
{
    private readonly PackParts parts;
    private readonly SourceFiles all;
    private readonly TestSelection tests;

    /// <param name="isTrace">Whether a text gives another pack away; tests that do stay behind.</param>
    public SourceSelection(SourceFiles all, PackParts parts, Func<string, bool> isTrace)
    {
        (this.all, this.parts) = (all, parts);
        Strangers = [.. Folders("templates/packs/").Where(name => !parts.Layers.Contains(name) && IsPack(name))];
        StrangerNames = new(parts.Layers, Strangers);
        ModulesLeft = [.. Folders("platform/Modules/").Where(name => !parts.Modules.Contains(name) && HasProject($"platform/Modules/{name}"))];
        ConnectorsLeft = [.. Folders("platform/Connectors/").Where(name => !parts.Connectors.Contains(name))];
        var words = Giveaways().ToList();
        tests = new(all, text => StrangerNames.In(text).Any() || words.Exists(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) || isTrace(text));
        Paths = [.. all.Paths.Where(Belongs)];
    }

    /// <summary>Names of the packs that stay behind.</summary>
    public IReadOnlyList<string> Strangers { get; }

    /// <summary>Where a text has these names.</summary>
    public PackNames StrangerNames { get; }

    /// <summary>Folders of the modules that stay behind.</summary>
    public IReadOnlyList<string> ModulesLeft { get; }

    /// <summary>Folders of the connectors that stay behind.</summary>
    public IReadOnlyList<string> ConnectorsLeft { get; }

    /// <summary>What belongs to the pack.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>What stays behind and why, for whoever makes the release.</summary>
    public IEnumerable<string> Left => Strangers.Select(name => $"pack {name}").Concat(ModulesLeft.Select(name => $"module {name}")).Concat(ConnectorsLeft.Select(name => $"connector {name}"))
        .Concat(Folders("locales/").Where(tag => !parts.Languages.Contains(tag)).Select(tag => $"language {tag}"))
        .Concat(tests.Left.Count == 0 ? [] : [$"{all.Paths.Count(tests.Leaves)} files of tests"]);

    private bool Belongs(string path)
    {
        var folders = path.Split('/');
        return (folders[0], folders.ElementAtOrDefault(1)) switch
        {
            ("templates", "packs") when folders.Length > 3 => !Strangers.Contains(folders[2]),
            ("platform", "Modules") when folders.Length > 3 => !ModulesLeft.Contains(folders[2]),
            ("platform", "Connectors") when folders.Length > 3 => parts.Connectors.Contains(folders[2]),
            ("templates", "module") when folders.Length > 4 && folders[2] == "locales" => parts.Languages.Contains(folders[3]),
            ("locales", { } tag) when folders.Length > 2 => parts.Languages.Contains(tag) && !IsOfModuleLeft(folders[^1]),
            ("locales", { } file) => !IsOfModuleLeft(file),
            _ => !tests.Leaves(path),
        };
    }

    private bool IsOfModuleLeft(string file) => ModulesLeft.Any(name => file.StartsWith($"{name.ToLowerInvariant()}.po", StringComparison.Ordinal));

    private IEnumerable<string> Giveaways() => ModulesLeft.SelectMany(name => new[] { $"Platform.Modules.{name}", $"Modules/{name}/", $"{name}Module" })
        .Concat(ConnectorsLeft.SelectMany(name => new[] { $"Platform.Connectors.{name}", $"Connectors/{name}/", $"{name}Connector" }));

    private IEnumerable<string> Folders(string below) =>
        all.Paths.Where(p => p.StartsWith(below, StringComparison.Ordinal)).Select(p => p[below.Length..].Split('/')).Where(p => p.Length > 1).Select(p => p[0]).Distinct();

    private bool IsPack(string name) => all.Paths.Contains($"templates/packs/{name}/pack.yaml");

    private bool HasProject(string folder) => all.Paths.Any(p => p.StartsWith(folder + "/", StringComparison.Ordinal) && p.EndsWith(".csproj", StringComparison.Ordinal));
}
