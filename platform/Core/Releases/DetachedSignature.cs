using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Core.Releases;

/// <summary>
/// A detached signature as CMS SignedData (RFC 5652) in its plainest form: SHA-256, one signer, its certificate and nothing else, no attributes.
/// <c>openssl cms -sign -binary -noattr -nosmimecap -outform DER</c> makes the same bytes, so a key may also live in a device that openssl speaks to.
/// Of certificate and signature value there is exactly one such form; whoever checks writes it anew and compares, so no byte of it is free.
/// </summary>
public static class DetachedSignature
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    /// <summary>RSA signs with PKCS #1 v1.5, where the same key and content always give the same bytes.</summary>
    /// <exception cref="CryptographicException">The certificate's key is missing or neither RSA nor of an elliptic curve.</exception>
    public static byte[] Make(byte[] content, X509Certificate2 signer)
    {
        using var rsa = signer.GetRSAPrivateKey();
        using var ecdsa = signer.GetECDsaPrivateKey();
        var value = rsa?.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ?? ecdsa?.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            ?? throw new CryptographicException("A release is signed with a key of RSA or of an elliptic curve.");
        return Write(signer, value);
    }

    /// <returns>Whose key signed it; whether that one may is another question.</returns>
    /// <exception cref="ReleaseRefusedException">The signature is of other content, or not in the one form.</exception>
    public static X509Certificate2 Verify(byte[] content, byte[] signature)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(content), detached: true);
            cms.Decode(signature);
            var signer = cms.Certificates.Single();
            if (!signature.AsSpan().SequenceEqual(Write(signer, cms.SignerInfos[0].GetSignature())))
            {
                throw new CryptographicException("it is not written in the one form that is allowed");
            }

            cms.CheckSignature(verifySignatureOnly: true);
            return signer;
        }
        // What a damaged structure makes the decoder throw is not documented.
        catch (Exception error) when (error is CryptographicException or AsnContentException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new ReleaseRefusedException($"The signature does not hold: {error.Message}", error);
        }
    }

    private static byte[] Write(X509Certificate2 signer, byte[] value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Explicit))
            {
                WriteSignedData(writer, signer, value);
            }
        }

        return writer.Encode();
    }

    private static void WriteSignedData(AsnWriter writer, X509Certificate2 signer, byte[] value)
    {
        using var signedData = writer.PushSequence();
        writer.WriteInteger(1);
        using (writer.PushSetOf())
        {
            WriteAlgorithm(writer, Sha256);
        }

        WriteAlgorithm(writer, Data);
        using (writer.PushSetOf(Explicit))
        {
            writer.WriteEncodedValue(signer.RawData);
        }

        using (writer.PushSetOf())
        {
            WriteSignerInfo(writer, signer, value);
        }
    }

    private static void WriteSignerInfo(AsnWriter writer, X509Certificate2 signer, byte[] value)
    {
        using var signerInfo = writer.PushSequence();
        writer.WriteInteger(1);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(signer.IssuerName.RawData);
            writer.WriteInteger(signer.SerialNumberBytes.Span);
        }

        WriteAlgorithm(writer, Sha256);
        var isRsa = signer.GetKeyAlgorithm() == Rsa;
        WriteAlgorithm(writer, isRsa ? Rsa : EcdsaWithSha256, withNull: isRsa);
        writer.WriteOctetString(value);
    }

    // RFC 5754: no parameters for SHA-2 and ECDSA, NULL for RSA.
    private static void WriteAlgorithm(AsnWriter writer, string algorithm, bool withNull = false)
    {
        using var identifier = writer.PushSequence();
        writer.WriteObjectIdentifier(algorithm);
        if (withNull)
        {
            writer.WriteNull();
        }
    }

    private static Asn1Tag Explicit => new(TagClass.ContextSpecific, 0, isConstructed: true);
}
