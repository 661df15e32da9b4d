using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Core.Releases;

/// <summary>
/// Makes the keys with which releases are signed: a root, which lies in a safe and signs keys and lists of revoked ones,
/// and the keys that it issues, one for each machine or person that signs.
/// </summary>
public static class ReleaseKeys
{
    private const int RsaLength = 3072;
    private const int SerialLength = 16;

    /// <summary>A root for <paramref name="years"/> from now.</summary>
    public static X509Certificate2 CreateRoot(string name, int years, DateTimeOffset now)
    {
        using var key = RSA.Create(RsaLength);
        var request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        return request.CreateSelfSigned(now, now.AddYears(years));
    }

    /// <summary>A key that may sign releases, of RSA so that a release can be made again to the last byte.</summary>
    public static X509Certificate2 Issue(X509Certificate2 root, string name, int years, DateTimeOffset now)
    {
        using var key = RSA.Create(RsaLength);
        using var certificate = Certify(root, Request(name, key), years, now);
        return certificate.CopyWithPrivateKey(key);
    }

    /// <summary>Certifies a key that was made elsewhere, such as in a device it cannot leave.</summary>
    /// <param name="request">PKCS #10 in PEM; of what it asks for only name and key are taken.</param>
    /// <exception cref="CryptographicException">It is none, or not signed with its own key.</exception>
    public static X509Certificate2 Certify(X509Certificate2 root, string request, int years, DateTimeOffset now)
    {
        var asked = CertificateRequest.LoadSigningRequestPem(request, HashAlgorithmName.SHA256);
        return Certify(root, new CertificateRequest(asked.SubjectName, asked.PublicKey, HashAlgorithmName.SHA256), years, now);
    }

    /// <summary>A new list of revoked keys, in PEM, to be put into the file of roots in place of the earlier one.</summary>
    /// <param name="earlier">The list so far, in PEM, or null.</param>
    public static string Revoke(X509Certificate2 root, string? earlier, IEnumerable<X509Certificate2> revoked, DateTimeOffset now, TimeSpan validFor)
    {
        var number = BigInteger.Zero;
        var list = earlier is null ? new CertificateRevocationListBuilder() : CertificateRevocationListBuilder.LoadPem(earlier, out number);
        foreach (var certificate in revoked)
        {
            list.AddEntry(certificate, now, X509RevocationReason.KeyCompromise);
        }

        var encoded = list.Build(root, number + 1, now + validFor, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, now);
        return PemEncoding.WriteString("X509 CRL", encoded) + "\n";
    }

    private static CertificateRequest Request(string name, RSA key)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name);
        return new(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static X509Certificate2 Certify(X509Certificate2 root, CertificateRequest request, int years, DateTimeOffset now)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ReleaseTrust.ForCode)], critical: false));
        var serial = RandomNumberGenerator.GetBytes(SerialLength);
        serial[0] = (byte)(serial[0] & 0x7f | 0x40);
        var until = now.AddYears(years);
        using var key = root.GetRSAPrivateKey() ?? throw new CryptographicException("The root's key is not there, or not of RSA.");
        return request.Create(root.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), now, until < root.NotAfter ? until : root.NotAfter, serial);
    }
}
