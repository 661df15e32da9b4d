namespace Platform.Core.Packs;

/// <summary>Reports files that no part of the platform would ever read.</summary>
internal static class PackFileNames
{
    private static readonly string[] Roots =
        ["pack.yaml", "organizations.yaml", "areas.csv", "life-events.yaml", "roles.yaml", "calendar.yaml", "synonyms.yaml", "choices.yaml", "demo.yaml"];

    private static readonly Dictionary<string, string[]> Folders = new(StringComparer.Ordinal)
    {
        ["services"] = [".yaml"],
        ["documents"] = [".hbs"],
        ["notices"] = [".hbs"],
        ["content"] = [".md"],
        ["media"] = [],
        ["theme"] = [],
        ["locales"] = [".po", ".pot", "/formats.yaml", "/glossary.yaml"],
    };

    public static void Check(PackLayers layers, PackProblems problems)
    {
        foreach (var layer in layers.Layers)
        {
            foreach (var path in layer.Paths)
            {
                Check(new(layer.Name, path, 0), path, problems);
            }
        }
    }

    private static void Check(PackSource at, string path, PackProblems problems)
    {
        var slash = path.IndexOf('/');
        var (known, name) = slash < 0 ? (Roots, path) : (Folders.Keys.ToArray(), path[..slash]);
        var reads = slash < 0 ? Roots.Contains(path) || IsNote(path) : Folders.TryGetValue(name, out var endings) && (endings.Length == 0 || endings.Any(path.EndsWith));
        if (!reads)
        {
            problems.Add(at, "Nothing reads the file '{0}': {1}", path, slash > 0 && Folders.TryGetValue(name, out var right)
                ? $"its name must end with {string.Join(", ", right)}"
                : Nearest.Of(name, known) is { } meant ? $"did you mean '{meant}'?" : $"use one of {string.Join(", ", known)}");
        }
    }

    // Notes for those who work on the pack: README.md, SOURCES.md, LICENSE.
    internal static bool IsNote(string path) => path.EndsWith(".md", StringComparison.Ordinal) || path.All(c => char.IsAsciiLetterUpper(c) || c is '.' or '-' or '_');
}
