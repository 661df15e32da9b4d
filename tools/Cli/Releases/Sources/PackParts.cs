using Platform.Core.Modules;
using Platform.Core.Packs;

namespace Platform.Cli.Releases.Sources;

/// <summary>Which modules, connectors, packs and languages a pack's release has, and which others its repository holds.</summary>
/// <param name="Name">Of the pack.</param>
/// <param name="Layers">Names of the pack and the packs below it.</param>
/// <param name="Modules">Their folders' names.</param>
/// <param name="Connectors">Their folders' names.</param>
/// <param name="Languages">Tags, with those that they fall back to.</param>
internal sealed record PackParts(string Name, IReadOnlySet<string> Layers, IReadOnlySet<string> Modules, IReadOnlySet<string> Connectors, IReadOnlySet<string> Languages)
{
    /// <param name="modules">All that this build of the platform has.</param>
    /// <exception cref="ReleaseBuildException">The pack lists a module that this build does not have.</exception>
    public static PackParts Of(Pack pack, IEnumerable<string> layers, IReadOnlyList<PlatformModule> modules)
    {
        var byName = modules.ToDictionary(m => m.Name);
        var wanted = new HashSet<string>();
        foreach (var name in pack.Modules ?? [.. byName.Keys])
        {
            Add(name);
        }

        return new(
            pack.Name, layers.ToHashSet(), wanted.Select(name => FolderOf(byName[name])).ToHashSet(), pack.Connectors.ToHashSet(StringComparer.OrdinalIgnoreCase),
            pack.Languages.SelectMany(Fallbacks).ToHashSet(StringComparer.OrdinalIgnoreCase));

        void Add(string name)
        {
            if (!byName.TryGetValue(name, out var module))
            {
                throw new ReleaseBuildException($"The pack lists the module {name}, which this platform does not have.");
            }

            if (wanted.Add(name))
            {
                module.DependsOn.ToList().ForEach(Add);
            }
        }
    }

    /// <summary>The folder below <c>platform/Modules</c>.</summary>
    private static string FolderOf(PlatformModule module) => module.GetType().Name[..^"Module".Length];

    private static IEnumerable<string> Fallbacks(string tag) =>
        tag.Split('-') is var parts ? Enumerable.Range(1, parts.Length).Select(n => string.Join('-', parts[..n])) : [];
}
