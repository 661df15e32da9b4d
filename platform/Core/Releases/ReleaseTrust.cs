using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Platform.Core.Releases;

/// <summary>
/// Roots whose keys are believed, and what they have revoked: a PEM file with one or more <c>CERTIFICATE</c> and <c>X509 CRL</c>.
/// The certificate that signs a release is issued by a root directly.
/// </summary>
public sealed class ReleaseTrust
{
    /// <summary>What a certificate that signs releases is for: code signing (RFC 5280, 4.2.1.12).</summary>
    internal const string ForCode = "1.3.6.1.5.5.7.3.3";

    /// <summary>What a certificate that signs time stamps is for (RFC 3161, 2.3).</summary>
    internal const string ForTime = "1.3.6.1.5.5.7.3.8";

    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const int SmallestRsa = 3072;
    private const int SmallestCurve = 256;

    private readonly X509Certificate2Collection roots = [];
    private readonly List<RevocationList> revocations = [];

    private ReleaseTrust(string pem)
    {
        var read = 0;
        for (var rest = pem.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            Add(rest[fields.Label].ToString(), Convert.FromBase64String(rest[fields.Base64Data].ToString()));
            read++;
        }

        // Damaged blocks are passed over: a list of revoked keys that lost a letter would be no list.
        if (Count(pem, Begin) != read || Count(pem, End) != read)
        {
            throw new ReleaseRefusedException("The file of roots is damaged: not every block in it can be read. Ask for it anew, on a way that can be trusted.");
        }
    }

    /// <summary>When the oldest list of revoked keys was to be replaced by a newer one; null where there is none, or none with a date.</summary>
    public DateTimeOffset? NextUpdate => revocations.Min(list => list.NextUpdate);

    /// <summary>Whether there is a list of revoked keys for each root.</summary>
    public bool KnowsRevocations => roots.All(root => revocations.Exists(list => list.Issuer.AsSpan().SequenceEqual(root.SubjectName.RawData)));

    /// <exception cref="ReleaseRefusedException">There is no root in it, or something that cannot be used.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReleaseTrust Load(string path) => Parse(File.ReadAllText(path, Encoding.UTF8));

    /// <inheritdoc cref="Load"/>
    public static ReleaseTrust Parse(string pem)
    {
        try
        {
            var trust = new ReleaseTrust(pem);
            trust.CheckItself();
            return trust;
        }
        catch (CryptographicException error)
        {
            throw new ReleaseRefusedException($"The file of roots cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Whoever has a revoked key would bring the list from before along: roots that come in the place of others know at least what these have revoked.</summary>
    /// <exception cref="ReleaseRefusedException">The list of a root that stays is gone, or older than the one that was there.</exception>
    public void DemandFollows(ReleaseTrust earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (earlier.revocations.Find(list => roots.Any(root => list.Issuer.AsSpan().SequenceEqual(root.SubjectName.RawData)) && !revocations.Exists(now => now.Follows(list))) is { } newer)
        {
            throw new ReleaseRefusedException(string.Create(CultureInfo.InvariantCulture, $"The list of revoked keys of {new X500DistinguishedName(newer.Issuer).Name} is older than the one that is known here, of {newer.ThisUpdate.UtcDateTime:yyyy-MM-dd HH:mm}: keys that were revoked since would be believed again. Ask for the newest file of roots."));
        }
    }

    /// <summary>Content that is no release but was signed with a key that may sign releases.</summary>
    /// <returns>Who signed it.</returns>
    /// <exception cref="ReleaseRefusedException">The signature is of other content, or its key may not sign this, or not any more.</exception>
    public string DemandSigned(byte[] content, byte[] signature, DateTimeOffset at)
    {
        using var signer = DetachedSignature.Verify(content, signature);
        Demand(signer, [], ForCode, at);
        return signer.Subject;
    }

    /// <param name="others">What came with the signer's certificate: each has to be on the way from it to a root.</param>
    /// <param name="remedy">What is said to be done where it was not valid then.</param>
    /// <exception cref="ReleaseRefusedException">No root here has issued it for this purpose, or it was not valid then, or is revoked.</exception>
    internal void Demand(X509Certificate2 signer, X509Certificate2Collection others, string purpose, DateTimeOffset at, string remedy = "")
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        var trusted = chain.Build(signer);
        var way = chain.ChainElements.Select(e => e.Certificate).ToList();
        if (!trusted || !IsFor(signer, purpose) || !way.TrueForAll(IsStrong) || !others.All(other => way.Exists(c => c.RawData.AsSpan().SequenceEqual(other.RawData))))
        {
            throw new ReleaseRefusedException(Refusal(signer, chain, at, remedy));
        }

        if (way.Find(IsRevoked) is { } revoked)
        {
            throw new ReleaseRefusedException($"The key of {revoked.Subject} has been revoked. Ask for a release that is signed with the new one.");
        }
    }

    /// <summary>Whether its time is over, or that of every root of its issuer's name.</summary>
    internal bool HasExpired(X509Certificate2 signer, DateTimeOffset at)
    {
        var issuers = roots.Where(root => root.SubjectName.RawData.AsSpan().SequenceEqual(signer.IssuerName.RawData)).ToList();
        return signer.NotAfter.ToUniversalTime() < at.UtcDateTime || (issuers.Count > 0 && issuers.TrueForAll(root => root.NotAfter.ToUniversalTime() < at.UtcDateTime));
    }

    private static int Count(string pem, string boundary) => pem.Split(boundary).Length - 1;

    private bool IsRevoked(X509Certificate2 certificate) =>
        revocations.Exists(list => list.Issuer.AsSpan().SequenceEqual(certificate.IssuerName.RawData) && list.Revokes(certificate));

    private static bool IsFor(X509Certificate2 signer, string purpose) =>
        !IsAuthority(signer) && signer.Extensions.OfType<X509EnhancedKeyUsageExtension>().SingleOrDefault()?.EnhancedKeyUsages is { Count: 1 } uses && uses[0].Value == purpose;

    private static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().SingleOrDefault() is { CertificateAuthority: true };

    private static bool IsStrong(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        return rsa?.KeySize >= SmallestRsa || ecdsa?.KeySize >= SmallestCurve;
    }

    private static string Refusal(X509Certificate2 signer, X509Chain chain, DateTimeOffset at, string remedy)
    {
        var reasons = chain.ChainStatus.Select(s => s.Status).ToList();
        var day = at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return reasons.Contains(X509ChainStatusFlags.NotTimeValid)
            ? string.Create(CultureInfo.InvariantCulture, $"The certificate of {signer.Subject}, or its root's, was not valid on {day}: it was from {signer.NotBefore.ToUniversalTime():yyyy-MM-dd} to {signer.NotAfter.ToUniversalTime():yyyy-MM-dd}.{remedy}")
            : $"{signer.Subject} is none that your roots let sign this ({(reasons.Count > 0 ? string.Join(", ", reasons) : "its purpose is another, its key too short, or something lies beside it")}).";
    }

    private void Add(string label, byte[] content)
    {
        switch (label)
        {
            case "CERTIFICATE":
                roots.Add(X509CertificateLoader.LoadCertificate(content));
                break;
            case "X509 CRL":
                revocations.Add(RevocationList.Parse(content));
                break;
            default:
                throw new ReleaseRefusedException($"A file of roots holds certificates and revocation lists, no '{label}'.");
        }
    }

    private void CheckItself()
    {
        if (roots.Count == 0)
        {
            throw new ReleaseRefusedException("The file of roots has no certificate in it.");
        }

        foreach (var root in roots)
        {
            if (!root.SubjectName.RawData.AsSpan().SequenceEqual(root.IssuerName.RawData) || !IsAuthority(root))
            {
                throw new ReleaseRefusedException($"{root.Subject} is no root: give the certificate that issued it.");
            }
        }

        if (revocations.Find(list => !roots.Any(root => list.Issuer.AsSpan().SequenceEqual(root.SubjectName.RawData) && list.IsSignedBy(root))) is not null)
        {
            throw new ReleaseRefusedException("A revocation list is not signed by a root of the same file.");
        }
    }
}
