using System.Security.Cryptography;

namespace Platform.Cli.Releases.Contents;

/// <summary>A file of a release and its SHA-256, in hexadecimal digits.</summary>
/// <param name="Path">With the archive's name as its first folder: <c>binaries/egov</c>.</param>
internal sealed record FileSum(string Path, string Sha256)
{
    public static FileSum Of(string path, string file)
    {
        using var content = File.OpenRead(file);
        return new(path, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>As <c>sha256sum -c</c> reads it.</summary>
    public override string ToString() => $"{Sha256}  {Path}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static FileSum Parse(string line) => new(line[66..], line[..64]);
}
