using System.Formats.Tar;
using System.Security.Cryptography;
using Platform.Core.Releases;

namespace Platform.Cli.Releases.Contents;

/// <summary>A file as it lies in an archive of a release, and as it will lie where that is unpacked.</summary>
/// <param name="Path">Inside the archive.</param>
/// <param name="Mode">Whether it may be executed is in it.</param>
/// <param name="Sha256">In hexadecimal digits.</param>
internal sealed record ArchivedFile(string Path, UnixFileMode Mode, string Sha256)
{
    /// <exception cref="ReleaseRefusedException">An entry is no file, would lie outside a folder, or is there twice.</exception>
    public static IReadOnlyList<ArchivedFile> In(Stream archive) => [.. ReleaseArchive.Entries(archive).Select(Of)];

    private static ArchivedFile Of(TarEntry entry) => new(entry.Name, entry.Mode, Convert.ToHexStringLower(SHA256.HashData(entry.DataStream ?? Stream.Null)));
}
