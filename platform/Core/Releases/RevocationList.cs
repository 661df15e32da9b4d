using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Core.Releases;

/// <summary>A list of revoked certificates (RFC 5280, section 5), signed by the root that had issued them.</summary>
/// <param name="Issuer">The root's name, encoded.</param>
/// <param name="NextUpdate">When a newer one was to be made; an older list still revokes what it names.</param>
internal sealed record RevocationList(byte[] Issuer, DateTimeOffset? NextUpdate, IReadOnlySet<BigInteger> Serials, byte[] Signed, string Algorithm, byte[] Signature)
{
    private const string RsaWithSha256 = "1.2.840.113549.1.1.11";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    private const string EcdsaWithSha384 = "1.2.840.10045.4.3.3";

    /// <exception cref="ReleaseRefusedException">These bytes are no list, or one whose extensions change what it means.</exception>
    public static RevocationList Parse(byte[] encoded)
    {
        try
        {
            var list = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
            var signed = list.PeekEncodedValue().ToArray();
            var (issuer, nextUpdate, serials) = ParseSigned(list.ReadSequence());
            return new(issuer, nextUpdate, serials, signed, list.ReadSequence().ReadObjectIdentifier(), list.ReadBitString(out _));
        }
        catch (AsnContentException error)
        {
            throw new ReleaseRefusedException($"A revocation list cannot be read: {error.Message}", error);
        }
    }

    public bool Revokes(X509Certificate2 certificate) =>
        Serials.Contains(new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true));

    public bool IsSignedBy(X509Certificate2 root)
    {
        using var rsa = root.GetRSAPublicKey();
        using var ecdsa = root.GetECDsaPublicKey();
        return Algorithm switch
        {
            RsaWithSha256 => rsa?.VerifyData(Signed, Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            EcdsaWithSha256 => ecdsa?.VerifyData(Signed, Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
            EcdsaWithSha384 => ecdsa?.VerifyData(Signed, Signature, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence),
            _ => false,
        } ?? false;
    }

    private static (byte[] Issuer, DateTimeOffset? NextUpdate, IReadOnlySet<BigInteger> Serials) ParseSigned(AsnReader list)
    {
        list.ReadInteger();
        list.ReadSequence();
        var issuer = list.ReadEncodedValue().ToArray();
        ReadTime(list);
        var nextUpdate = list.HasData && list.PeekTag().TagClass == TagClass.Universal && list.PeekTag().TagValue != (int)UniversalTagNumber.Sequence ? ReadTime(list) : (DateTimeOffset?)null;
        var serials = new HashSet<BigInteger>();
        if (list.HasData && list.PeekTag().TagClass == TagClass.Universal)
        {
            for (var entries = list.ReadSequence(); entries.HasData;)
            {
                serials.Add(entries.ReadSequence().ReadInteger());
            }
        }

        RefuseCritical(list);
        return (issuer, nextUpdate, serials);
    }

    // A critical extension says that this is only a part of a list, or one of other certificates.
    private static void RefuseCritical(AsnReader list)
    {
        for (var extensions = list.HasData ? list.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence() : null; extensions is { HasData: true };)
        {
            var extension = extensions.ReadSequence();
            extension.ReadObjectIdentifier();
            if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
            {
                throw new ReleaseRefusedException("A revocation list has a critical extension; only whole lists can be used.");
            }
        }
    }

    private static DateTimeOffset ReadTime(AsnReader list) =>
        list.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? list.ReadUtcTime() : list.ReadGeneralizedTime();
}
