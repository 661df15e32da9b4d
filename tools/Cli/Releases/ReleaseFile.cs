using System.Globalization;
using System.Security.Cryptography;

namespace Platform.Cli.Releases;

/// <summary>A release's file, which is there whole or not at all.</summary>
internal static class ReleaseFile
{
    /// <summary>Writes beside the file and gives it its name when it is whole.</summary>
    /// <param name="judge">Gets what was written before it replaces anything, and throws where nobody would accept it.</param>
    /// <returns>How large it is.</returns>
    public static string Write(string release, Action<Stream> write, Action<string>? judge = null)
    {
        var beside = $"{release}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
            }

            judge?.Invoke(beside);
            File.Move(beside, release, overwrite: true);
            return Size(release);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Name, size and digest, to be told to whoever receives it.</summary>
    public static string Describe(string release)
    {
        using var content = File.OpenRead(release);
        return $"{release}, {Size(release)}, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(content))}";
    }

    private static string Size(string file) => string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(file).Length / 1e6:0.0} MB");
}
