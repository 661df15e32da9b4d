using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.AspNetCore.Builder;
using Platform.Core.Modules;
using Platform.Core.Modules.External;
using Platform.Core.Releases;

namespace Platform.Cli.Releases.Contents;

/// <summary>Modules that are no part of the platform, which a release takes along as their makers compiled them. They run with full trust, here too: the pack is read with what they add to packs.</summary>
internal sealed class OutsideModules
{
    private static readonly string[] Framework = [.. new[] { typeof(object), typeof(WebApplication) }.Select(type => Path.GetDirectoryName(type.Assembly.Location)!)];

    private readonly List<(string File, ModuleDescription About)> modules;

    /// <param name="files">Of the modules; what they bring along lies beside them.</param>
    /// <exception cref="ReleaseBuildException">One is no module for this platform.</exception>
    public OutsideModules(IEnumerable<string> files)
    {
        try
        {
            modules = [.. files.Select(Path.GetFullPath).Select(file => (file, Describe(file)))];
            modules.ForEach(m => m.About.DemandFits(typeof(PlatformModule).Assembly.GetName().Version!));
            Loaded = [.. modules.Select(m => ModuleLoader.LoadUnverified(m.File))];
        }
        catch (ModuleException error)
        {
            throw new ReleaseBuildException(error.Message);
        }
    }

    /// <summary>To read packs with.</summary>
    public IReadOnlyList<PlatformModule> Loaded { get; }

    /// <summary>What is told about them.</summary>
    public string Summary => modules.Count == 0 ? "none; --module takes one along" : string.Join(", ", modules.Select(m => $"{m.About.Assembly} {m.About.Version}"));

    /// <summary>The modules and the packages that they bring along, each with its licence: a module's as its maker has laid it beside it.</summary>
    /// <param name="files">As <see cref="Files"/> gave them.</param>
    /// <exception cref="ReleaseBuildException">One has none, or nobody says what a file is part of.</exception>
    public IEnumerable<KeyValuePair<Package, Licence>> Licences(IReadOnlyDictionary<string, string> files) =>
        modules.Select(m => KeyValuePair.Create(new Package("generic", m.About.Assembly, m.About.Version, null, Shipped: true), Licence.OfFolder(Path.GetDirectoryName(m.File)!, m.About.Assembly)))
            .Concat(files.Values.Except(modules.Select(m => m.File)).GroupBy(Path.GetDirectoryName).SelectMany(group => Companions(group.Key!, group)));

    private IEnumerable<KeyValuePair<Package, Licence>> Companions(string folder, IEnumerable<string> files)
    {
        var told = modules.Where(m => Path.GetDirectoryName(m.File) == folder).Select(m => Path.ChangeExtension(m.File, ".deps.json")).Where(File.Exists).Select(file => new ProgramDependencies(file)).ToList();
        return files.Select(file => (File: file, Package: told.Select(t => t.PackageOf(Path.GetFileName(file))).FirstOrDefault(p => p is not null)))
            .Select(c => c.Package ?? (told.Exists(t => t.IsOwn(Path.GetFileName(c.File))) ? null : throw new ReleaseBuildException($"{Path.GetFileName(c.File)} goes along with a module, and no deps.json beside it says of which package it is, so neither its licence nor its version is known. Lay the module's own there, as it was built.")))
            .OfType<Package>().Distinct().Select(package => KeyValuePair.Create(package, Licence.OfNuGet(package)));
    }

    /// <param name="binaries">The folder of the release's programs: what is there or in .NET need not be brought along.</param>
    /// <returns>Name and file, of the modules and what they bring along.</returns>
    /// <exception cref="ReleaseBuildException">Something that a module uses is nowhere.</exception>
    public IReadOnlyDictionary<string, string> Files(string binaries)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Stack<string>(modules.Select(m => m.File));
        while (open.TryPop(out var file))
        {
            if (files.TryAdd(Path.GetFileName(file), file))
            {
                References(file).Where(name => !Framework.Prepend(binaries).Any(folder => File.Exists(Path.Combine(folder, name)))).ToList().ForEach(name => open.Push(Beside(file, name)));
            }
        }

        return files;
    }

    /// <summary>The modules of a release that was verified.</summary>
    public static IReadOnlyList<PlatformModule> Of(Release release)
    {
        var files = ReleaseModules.Of(release);
        return ModuleLoader.Load([.. files.Where(IsModule).Select(f => f.Name)], files);
    }

    private static ModuleDescription Describe(string file)
    {
        using var image = new ModuleImage(File.ReadAllBytes(file));
        return image.Describe();
    }

    private static bool IsModule(ModuleFile file)
    {
        try
        {
            using var image = new ModuleImage(file.Content);
            return image.Describe().Assembly == Path.GetFileNameWithoutExtension(file.Name);
        }
        catch (ModuleException)
        {
            return false;
        }
    }

    private static List<string> References(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) + ".dll")];
    }

    private static string Beside(string file, string name) => Path.Combine(Path.GetDirectoryName(file)!, name) is var found && File.Exists(found) ? found
        : throw new ReleaseBuildException($"{Path.GetFileName(file)} uses {name}, which neither the platform has nor lies beside it. Build it with CopyLocalLockFileAssemblies, and give it from there.");
}
