namespace Platform.Core.Releases;

/// <summary>Who signed a release, and as what.</summary>
/// <param name="Role">As the one who releases, or who lets it into a country.</param>
/// <param name="Subject">The name in the certificate.</param>
/// <param name="Thumbprint">SHA-256 of the certificate, in hexadecimal digits.</param>
/// <param name="Issuer">The root's name.</param>
/// <param name="ValidUntil">Of the certificate.</param>
/// <param name="StampedAt">When a time-stamping authority saw the signature; null: none did.</param>
public sealed record ReleaseSignature(ReleaseRole Role, string Subject, string Thumbprint, string Issuer, DateTimeOffset ValidUntil, DateTimeOffset? StampedAt = null);

/// <summary>As what somebody signs.</summary>
public enum ReleaseRole
{
    /// <summary>Made it.</summary>
    Released,

    /// <summary>Has looked at it and lets it into production.</summary>
    Countersigned,
}
