using System.Security.Cryptography;
using Platform.Core.Releases;

namespace Platform.Cli.Releases.Contents;

/// <summary>A file of a release and its SHA-256, in hexadecimal digits.</summary>
/// <param name="Path">With the archive's name as its first folder: <c>binaries/egov</c>.</param>
internal sealed record FileSum(string Path, string Sha256)
{
    private const int DigestLength = 64;

    public static FileSum Of(string path, string file)
    {
        using var content = File.OpenRead(file);
        return new(path, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>As <c>sha256sum -c</c> reads it.</summary>
    public override string ToString() => $"{Sha256}  {Path}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="ReleaseRefusedException">This is no such line.</exception>
    public static FileSum Parse(string line) => line.Split("  ", 2) is [{ Length: DigestLength } sum, { Length: > 0 } path] ? new(path, sum) : throw new ReleaseRefusedException($"{ReleaseNames.Sums} has a line that names no file and its sum: {line}");
}
