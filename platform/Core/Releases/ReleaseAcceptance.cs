using System.Globalization;
using System.Security.Cryptography;

namespace Platform.Core.Releases;

/// <summary>
/// That a place has verified a release and taken it, and when: keys that expire after that are judged by that moment, so a portal still starts
/// with it, and goes back to it. What was revoked since is refused all the same.
/// <code>
/// egov acceptance 1
/// {SHA-256 of the manifest} 2026-11-29T15:00:00Z
/// </code>
/// </summary>
/// <param name="Manifest">64 small hexadecimal digits.</param>
/// <param name="At">In whole seconds.</param>
public sealed record ReleaseAcceptance(string Manifest, DateTimeOffset At)
{
    private const string FirstLine = "egov acceptance 1";
    private const string DateForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <param name="release">Opening it has verified it; where it passed by an earlier acceptance, that one goes on.</param>
    public static ReleaseAcceptance Of(Release release, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(clock);
        return release.Accepted ?? new(Digest(release.Manifest.ToBytes()), clock.GetUtcNow());
    }

    /// <exception cref="ReleaseRefusedException">This says nothing of an acceptance.</exception>
    public static ReleaseAcceptance Parse(string text) =>
        text.Split('\n') is [FirstLine, var line, ""] && line.Split(' ') is [{ Length: 64 } digest, var at]
        && DateTimeOffset.TryParseExact(at, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new(digest, moment)
            : throw new ReleaseRefusedException("The file of the acceptance cannot be read. Accept the release anew: egov release verify FILE --accept ACCEPTED");

    public override string ToString() => $"{FirstLine}\n{Manifest} {At.ToUniversalTime().ToString(DateForm, CultureInfo.InvariantCulture)}\n";

    /// <exception cref="ReleaseRefusedException">It was another release that was accepted.</exception>
    public void Demand(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (!IsOf(release.Manifest.ToBytes()))
        {
            throw new ReleaseRefusedException("Another release was accepted here than this one. Accept it first: egov release verify FILE --accept ACCEPTED");
        }
    }

    internal bool IsOf(byte[] manifest) => Digest(manifest) == Manifest;

    private static string Digest(byte[] manifest) => Convert.ToHexStringLower(SHA256.HashData(manifest));
}
