using System.Security.Cryptography;
using System.Text;

namespace Platform.Cli.Releases.Screening;

/// <summary>Something that looks as if it must not leave.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="File">In the release, with the archive's name first.</param>
/// <param name="Line">From 1; 0: in the file's name or in the data of an image.</param>
/// <param name="What">The words that were found.</param>
/// <param name="Whose">The pack that it is a trace of; null where it is of none.</param>
internal sealed record Finding(LeakKind Kind, string File, int Line, string What, string? Whose = null)
{
    private const int IdLength = 12;
    private const int ShownLength = 60;

    /// <summary>The same for the same words in the same file, wherever these have moved.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}\n{File}\n{What}")))[..IdLength];

    /// <summary>A secret is not printed whole: the list may lie where the secret may not.</summary>
    public override string ToString()
    {
        var shown = Kind is LeakKind.Secret or LeakKind.Entropy && What.Length > 8 ? $"{What[..6]}... ({What.Length} characters)" : What.Length > ShownLength ? What[..ShownLength] + "..." : What;
        return FormattableString.Invariant($"{Id}  {File}{(Line > 0 ? $":{Line}" : "")}: {Kind.InWords()}{(Whose is null ? "" : $" of {Whose}")}: {shown}");
    }
}
