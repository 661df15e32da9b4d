using System.Globalization;
using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>A verified release laid into an instance: under another name first, renamed when it is whole and on the disk.</summary>
internal sealed class Unpacking(Release release, KeptRelease kept, Instance instance, Programs programs)
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private string Folder => instance.Release(release.Manifest.Version);

    private string Part => Path.Combine(instance.Releases, $".{release.Manifest.Version}.part");

    public Step Step => new("unpack", [$"+ {Folder}/ {{binaries,pack,infra,{Instance.ManifestFile},{KeptRelease.Accepted}{(kept.HoldsModules ? $",{KeptRelease.Name}" : "")},{KeptRelease.Settings}}}, as {Part} until it is whole"], DoAsync);

    /// <exception cref="ReleaseRefusedException">The release has no programs, pack or installer.</exception>
    /// <exception cref="InstallException">Another release of this version lies there.</exception>
    public void Demand()
    {
        string[] needed = [ReleaseNames.Binaries, ReleaseNames.Pack, ReleaseNames.Infra];
        needed.ToList().ForEach(name => release.Manifest.Member(name));
        if (Directory.Exists(Folder) && !IsSame())
        {
            throw new InstallException($"{Folder} is of another release with the same version. A version is released once: ask for a release with a new number.");
        }
    }

    private bool IsSame() => instance.Manifest(release.Manifest.Version) is var there && File.Exists(there) && File.ReadAllBytes(there).AsSpan().SequenceEqual(release.Manifest.ToBytes());

    private async Task<string> DoAsync()
    {
        if (Directory.Exists(Folder))
        {
            kept.Lay(Folder, TimeProvider.System);
            return $"{Folder} is there already, with the same manifest";
        }

        if (Directory.Exists(Part))
        {
            Directory.Delete(Part, recursive: true);
        }

        Lay();
        await programs.RunAsync("sync", "-f", Part);
        Directory.Move(Part, Folder);
        return string.Create(CultureInfo.InvariantCulture, $"{Folder}, {Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length) / 1e6:0} MB");
    }

    private void Lay()
    {
        Directory.CreateDirectory(Part);
        release.Extract(ReleaseNames.Binaries, Path.Combine(Part, "binaries"));
        release.Extract(ReleaseNames.Pack, Path.Combine(Part, "pack"));
        // Its files begin with the folder's name, as in the repository.
        release.Extract(ReleaseNames.Infra, Path.Combine(Part, ".infra"));
        Directory.Move(Path.Combine(Part, ".infra/infra"), Path.Combine(Part, "infra"));
        Directory.Delete(Path.Combine(Part, ".infra"), recursive: true);
        File.WriteAllBytes(Path.Combine(Part, Instance.ManifestFile), release.Manifest.ToBytes());
        kept.Lay(Part, TimeProvider.System);
        Open(new DirectoryInfo(Part));
    }

    // Whatever root's umask is: the portal's account reads this.
    private static void Open(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        folder.UnixFileMode = ReadableFile.Mode | Executable;
        foreach (var item in folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            item.UnixFileMode = item is DirectoryInfo || item.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? ReadableFile.Mode | Executable : ReadableFile.Mode;
        }
    }
}
