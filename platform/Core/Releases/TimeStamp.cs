using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Core.Releases;

/// <summary>A time stamp (RFC 3161) on a release's signature: proof that the key was used while its certificate was valid.</summary>
internal static class TimeStamp
{
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
        catch (Exception error) when (error is CryptographicException or ArgumentException or InvalidOperationException)
        {
            throw new ReleaseRefusedException($"The time stamp does not hold: {error.Message}", error);
        }
    }

    // Whatever lies outside the signed attributes and could be changed without notice has one value only.
    private static bool IsPlain(SignedCms cms, byte[] token) =>
        cms is { Version: 3, SignerInfos: [{ Version: 1, UnsignedAttributes.Count: 0 }] } && cms.Encode().AsSpan().SequenceEqual(token);
}
