using Platform.Core.Releases;

namespace Platform.Core.Modules.External;

/// <summary>The modules of a release, with what they bring along.</summary>
public static class ReleaseModules
{
    /// <param name="release">Opening it has verified it.</param>
    /// <exception cref="ReleaseRefusedException">The file has been changed since.</exception>
    public static IReadOnlyList<ModuleFile> Of(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (!release.Manifest.Members.Any(m => m.Name == ReleaseNames.Modules))
        {
            return [];
        }

        using var archive = new MemoryStream(release.Read(ReleaseNames.Modules), writable: false);
        return [.. ReleaseArchive.Entries(archive).Select(entry => new ModuleFile(entry.Name, Bytes(entry.DataStream)))];
    }

    private static byte[] Bytes(Stream? content)
    {
        using var bytes = new MemoryStream();
        content?.CopyTo(bytes);
        return bytes.ToArray();
    }
}
