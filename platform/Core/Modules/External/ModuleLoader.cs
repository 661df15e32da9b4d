using System.Reflection;

namespace Platform.Core.Modules.External;

/// <summary>
/// Brings modules from outside into the host. Only what the host's settings list is looked at, and only in the set of verified files that is given:
/// nothing is searched for on the disk.
/// </summary>
public static class ModuleLoader
{
    /// <param name="listed">Names of files, in the order of the settings.</param>
    /// <param name="verified">The files of a release whose signature was verified: modules, and what they bring along.</param>
    /// <exception cref="ModuleException">One that is listed is not among the verified, or cannot be a module of this platform.</exception>
    public static IReadOnlyList<PlatformModule> Load(IReadOnlyList<string> listed, IReadOnlyList<ModuleFile> verified)
    {
        var context = new ModuleContext(verified);
        return [.. listed.Select(name => Load(name, verified.FirstOrDefault(f => f.Name == name) ?? throw NotThere(name, verified), context))];
    }

    /// <summary>Loads one file as it is, verified by nobody: for those who judge a module on a machine of their own.</summary>
    /// <exception cref="ModuleException">It cannot be a module of this platform.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PlatformModule LoadUnverified(string path)
    {
        var beside = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, "*.dll").Select(f => new ModuleFile(Path.GetFileName(f), File.ReadAllBytes(f))).ToList();
        return Load([Path.GetFileName(path)], beside)[0];
    }

    private static PlatformModule Load(string name, ModuleFile file, ModuleContext context)
    {
        using var image = new ModuleImage(file.Content);
        var description = image.Describe();
        if (Path.GetFileNameWithoutExtension(name) != description.Assembly)
        {
            throw new ModuleException($"{name} holds the assembly {description.Assembly}; a file is named as what it holds.");
        }

        description.DemandFits(typeof(PlatformModule).Assembly.GetName().Version!);
        var type = context.Load(file).GetExportedTypes().FirstOrDefault(t => t.IsSubclassOf(typeof(PlatformModule)) && !t.IsAbstract && t.GetConstructor([]) is not null)
            ?? throw new ModuleException($"The module in {name} is not public, or cannot be made without arguments.");
        return (PlatformModule)Activator.CreateInstance(type)!;
    }

    private static ModuleException NotThere(string name, IReadOnlyList<ModuleFile> verified) => new(verified.Count == 0
        ? $"The settings list the module {name}, but there is no verified release that holds modules; name it with --release FILE and --release-trust ROOTS."
        : $"The settings list the module {name}, which is not in the verified release; it holds {string.Join(", ", verified.Select(f => f.Name).Order(StringComparer.Ordinal))}.");
}
