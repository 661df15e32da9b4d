using System.Globalization;
using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>A verified release laid into an instance: under another name first, renamed when it is whole and on the disk.</summary>
/// <param name="file">The release's file; a host that takes modules out of it verifies it again.</param>
internal sealed class Unpacking(Release release, string file, Instance instance, Programs programs)
{
    private const string Manifest = "MANIFEST";
    private const string Kept = "release.egov";
    private const string Accepted = "ACCEPTED";
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private string Folder => instance.Release(release.Manifest.Version);

    private string Part => Path.Combine(instance.Releases, $".{release.Manifest.Version}.part");

    private bool HoldsModules => release.Manifest.Members.Any(member => member.Name == ReleaseNames.Modules);

    public Step Step => new("unpack", [$"+ {Folder}/ {{binaries,pack,infra,MANIFEST{(HoldsModules ? $",{Kept},{Accepted}" : "")}}}, as {Part} until it is whole"], DoAsync);

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

    private bool IsSame() => Path.Combine(Folder, Manifest) is var there && File.Exists(there) && File.ReadAllBytes(there).AsSpan().SequenceEqual(release.Manifest.ToBytes());

    private async Task<string> DoAsync()
    {
        if (Directory.Exists(Folder))
        {
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
        File.WriteAllBytes(Path.Combine(Part, Manifest), release.Manifest.ToBytes());
        if (HoldsModules)
        {
            File.Copy(file, Path.Combine(Part, Kept));
            // The host judges keys by this moment: it starts also after they have expired.
            File.WriteAllText(Path.Combine(Part, Accepted), ReleaseAcceptance.Of(release, TimeProvider.System).ToString());
        }

        Open(new DirectoryInfo(Part));
    }

    // Whatever root's umask is: the portal's account reads this.
    private static void Open(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        folder.UnixFileMode = Readable | Executable;
        foreach (var item in folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            item.UnixFileMode = item is DirectoryInfo || item.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? Readable | Executable : Readable;
        }
    }
}
