using System.Formats.Asn1;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Platform.Cli.Releases;

/// <summary>Asks a time-stamping authority over HTTP (RFC 3161, section 3.4).</summary>
/// <param name="patience">How long the authority may take.</param>
internal sealed class TimeStampRequest(Uri authority, TimeSpan patience)
{
    private const int NonceLength = 16;
    private const int LongestAnswer = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks an authority and waits as long as somebody who makes a release would; null where none is named.</summary>
    public static Func<byte[], byte[]>? Of(Uri? authority) => authority is null ? null : new TimeStampRequest(authority, Patience).Get;

    /// <returns>A stamp on these bytes, with the authority's certificate in it.</returns>
    /// <exception cref="IOException">The authority cannot be reached, or what it gives is no stamp on these bytes and for this request.</exception>
    public byte[] Get(byte[] signature)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(signature, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(NonceLength), requestSignerCertificates: true);
        try
        {
            return Checked(request, Answer(request.Encode()), signature);
        }
        catch (TaskCanceledException error)
        {
            throw new IOException($"{authority} did not answer within {patience.TotalSeconds:0.#} s. Try again, or leave --time-stamp out.", error);
        }
        catch (Exception error) when (error is HttpRequestException or CryptographicException or AsnContentException)
        {
            throw new IOException($"{authority} gave no time stamp: {error.Message}", error);
        }
    }

    private byte[] Answer(byte[] query)
    {
        using var client = new HttpClient { Timeout = patience, MaxResponseContentBufferSize = LongestAnswer };
        using var content = new ByteArrayContent(query) { Headers = { ContentType = new MediaTypeHeaderValue("application/timestamp-query") } };
        using var message = new HttpRequestMessage(HttpMethod.Post, authority) { Content = content };
        using var answer = client.Send(message).EnsureSuccessStatusCode();
        using var bytes = new MemoryStream();
        answer.Content.ReadAsStream().CopyTo(bytes);
        return bytes.ToArray();
    }

    // That it answers this request is one thing, that the authority signed it another.
    private static byte[] Checked(Rfc3161TimestampRequest request, byte[] answer, byte[] signature)
    {
        var stamp = request.ProcessResponse(answer, out var read);
        var cms = stamp.AsSignedCms();
        return read == answer.Length && stamp.VerifySignatureForData(signature, out _, cms.Certificates) ? cms.Encode() : throw new CryptographicException("what it sent is not signed by it, or is more than a stamp");
    }
}
