using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Platform.Cli.Releases;

/// <summary>Asks a time-stamping authority over HTTP (RFC 3161, section 3.4).</summary>
internal sealed class TimeStampRequest(Uri authority)
{
    private const int NonceLength = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>A stamp on these bytes, with the authority's certificate in it.</returns>
    /// <exception cref="IOException">The authority cannot be reached or gives none.</exception>
    public byte[] Get(byte[] signature)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(signature, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(NonceLength), requestSignerCertificates: true);
        using var client = new HttpClient { Timeout = Patience };
        using var content = new ByteArrayContent(request.Encode()) { Headers = { ContentType = new MediaTypeHeaderValue("application/timestamp-query") } };
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, authority) { Content = content };
            using var answer = client.Send(message).EnsureSuccessStatusCode();
            using var bytes = new MemoryStream();
            answer.Content.ReadAsStream().CopyTo(bytes);
            return request.ProcessResponse(bytes.ToArray(), out _).AsSignedCms().Encode();
        }
        catch (Exception error) when (error is HttpRequestException or CryptographicException or TaskCanceledException)
        {
            throw new IOException($"{authority} gave no time stamp: {error.Message}", error);
        }
    }
}
