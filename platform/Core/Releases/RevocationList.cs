using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Core.Releases;

/// <summary>A list of revoked certificates (RFC 5280, section 5), signed by the root that had issued them.</summary>
/// <param name="Issuer">The root's name, encoded.</param>
/// <param name="ThisUpdate">When it was made.</param>
/// <param name="NextUpdate">When a newer one was to be made; an older list still revokes what it names.</param>
/// <param name="Number">Grows with each list of a root (section 5.2.3); null where it has none.</param>
internal sealed record RevocationList(byte[] Issuer, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate, BigInteger? Number, IReadOnlySet<BigInteger> Serials, byte[] Signed, string Algorithm, byte[] Signature)
{
    private const string NumberExtension = "2.5.29.20";
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
            var (issuer, thisUpdate, nextUpdate, serials, number) = ParseSigned(list.ReadSequence());
            return new(issuer, thisUpdate, nextUpdate, number, serials, signed, list.ReadSequence().ReadObjectIdentifier(), list.ReadBitString(out _));
        }
        catch (AsnContentException error)
        {
            throw new ReleaseRefusedException($"A revocation list cannot be read: {error.Message}", error);
        }
    }

    public bool Revokes(X509Certificate2 certificate) =>
        Serials.Contains(new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true));

    /// <summary>Whether it may come in another's place: of the same root, and made no earlier.</summary>
    public bool Follows(RevocationList earlier) => Issuer.AsSpan().SequenceEqual(earlier.Issuer) && ThisUpdate >= earlier.ThisUpdate && (earlier.Number is null || Number >= earlier.Number);

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

    private static (byte[] Issuer, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate, IReadOnlySet<BigInteger> Serials, BigInteger? Number) ParseSigned(AsnReader list)
    {
        list.ReadInteger();
        list.ReadSequence();
        var issuer = list.ReadEncodedValue().ToArray();
        var thisUpdate = ReadTime(list);
        var nextUpdate = list.HasData && list.PeekTag().TagClass == TagClass.Universal && list.PeekTag().TagValue != (int)UniversalTagNumber.Sequence ? ReadTime(list) : (DateTimeOffset?)null;
        var serials = new HashSet<BigInteger>();
        if (list.HasData && list.PeekTag().TagClass == TagClass.Universal)
        {
            for (var entries = list.ReadSequence(); entries.HasData;)
            {
                serials.Add(entries.ReadSequence().ReadInteger());
            }
        }

        return (issuer, thisUpdate, nextUpdate, serials, ReadNumber(list));
    }

    // A critical extension says that this is only a part of a list, or one of other certificates.
    private static BigInteger? ReadNumber(AsnReader list)
    {
        BigInteger? number = null;
        for (var extensions = list.HasData ? list.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence() : null; extensions is { HasData: true };)
        {
            var extension = extensions.ReadSequence();
            var kind = extension.ReadObjectIdentifier();
            if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
            {
                throw new ReleaseRefusedException("A revocation list has a critical extension; only whole lists can be used.");
            }

            number = kind == NumberExtension ? new AsnReader(extension.ReadOctetString(), AsnEncodingRules.DER).ReadInteger() : number;
        }

        return number;
    }

    private static DateTimeOffset ReadTime(AsnReader list) =>
        list.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? list.ReadUtcTime() : list.ReadGeneralizedTime();
}
