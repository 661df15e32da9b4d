using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Core.Releases;

/// <summary>A time stamp (RFC 3161) on a release's signature: proof that the key was used while its certificate was valid.</summary>
internal static class TimeStamp
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>By digest, SHA-256, SHA-384 and SHA-512: with what a signature is made of it.</summary>
    private static readonly Dictionary<string, string[]> Signatures = new()
    {
        ["2.16.840.1.101.3.4.2.1"] = [Rsa, "1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2"],
        ["2.16.840.1.101.3.4.2.2"] = [Rsa, "1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3"],
        ["2.16.840.1.101.3.4.2.3"] = [Rsa, "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4"],
    };

    /// <returns>When the authority saw the signature.</returns>
    /// <exception cref="ReleaseRefusedException">It is of another signature, not by an authority that is believed, or has parts that nobody signed.</exception>
    public static DateTimeOffset Verify(byte[] token, byte[] signature, ReleaseTrust trust)
    {
        try
        {
            if (!Rfc3161TimestampToken.TryDecode(token, out var stamp, out var length) || length != token.Length || !IsPlain(stamp.AsSignedCms(), token))
            {
                throw new ReleaseRefusedException("The time stamp cannot be read.");
            }

            var certificates = stamp.AsSignedCms().Certificates;
            if (!stamp.VerifySignatureForData(signature, out var signer, certificates))
            {
                throw new ReleaseRefusedException("The time stamp is not of this signature.");
            }

            trust.Demand(signer, certificates, ReleaseTrust.ForTime, stamp.TokenInfo.Timestamp);
            return stamp.TokenInfo.Timestamp;
        }
        catch (Exception error) when (error is CryptographicException or AsnContentException or ArgumentException or InvalidOperationException)
        {
            throw new ReleaseRefusedException($"The time stamp does not hold: {error.Message}", error);
        }
    }

    // Whatever lies outside the signed attributes and could be changed without notice has one value only.
    private static bool IsPlain(SignedCms cms, byte[] token) =>
        cms is { Version: 3, SignerInfos: [{ Version: 1, UnsignedAttributes.Count: 0 }] } && cms.Encode().AsSpan().SequenceEqual(token) && HasPlainAlgorithms(token);

    private static bool HasPlainAlgorithms(byte[] token)
    {
        var content = new AsnReader(token, AsnEncodingRules.DER).ReadSequence();
        content.ReadObjectIdentifier();
        var signed = content.ReadSequence(Zero).ReadSequence();
        signed.ReadInteger();
        var digests = signed.ReadSetOf();
        signed.ReadSequence();
        if (signed.PeekTag() == Zero)
        {
            signed.ReadEncodedValue();
        }

        // There is nothing between the certificates and the signer: no revocation lists.
        var signer = signed.ReadSetOf().ReadSequence();
        signer.ReadInteger();
        signer.ReadEncodedValue();
        var digest = Algorithm(signer.ReadSequence());
        signer.ReadEncodedValue();
        return Algorithm(digests.ReadSequence()) == digest && !digests.HasData && Signatures.GetValueOrDefault(digest)?.Contains(Algorithm(signer.ReadSequence())) == true;
    }

    // RFC 5754: parameters are absent, or NULL.
    private static string Algorithm(AsnReader identifier)
    {
        var algorithm = identifier.ReadObjectIdentifier();
        if (identifier.HasData)
        {
            identifier.ReadNull();
        }

        identifier.ThrowIfNotEmpty();
        return algorithm;
    }
}
