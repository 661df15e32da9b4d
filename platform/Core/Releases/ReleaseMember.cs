using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Core.Releases;

/// <summary>One of the files of which a release consists.</summary>
/// <param name="Sha256">64 small hexadecimal digits.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Name">Letters, digits, dots, dashes; no folders.</param>
public sealed partial record ReleaseMember(string Sha256, long Size, string Name)
{
    /// <summary>The largest size that the header of a member can hold: eleven octal digits.</summary>
    public const long LargestSize = 0x1_FFFF_FFFF;

    /// <exception cref="ReleaseRefusedException">This is no line of a manifest.</exception>
    public static ReleaseMember Parse(string line) =>
        Form().Match(line) is { Success: true } match && long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) is <= LargestSize and var size
            ? new(match.Groups[1].Value, size, match.Groups[3].Value)
            : throw new ReleaseRefusedException($"The manifest names a file in a way that cannot be read: {line}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sha256} {Size} {Name}");

    // Names of the manifest and of signatures are in capitals, so no member can pass for one.
    [GeneratedRegex(@"\A([0-9a-f]{64}) (0|[1-9][0-9]{0,10}) ([a-z0-9][a-z0-9.-]{0,98})\z")]
    private static partial Regex Form();
}
