using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Platform.Core.Keys.Signing;

/// <summary>
/// The compact form of RFC 7515 with ES256 (RFC 7518, 3.4) and nothing else: the algorithm is never taken from the header of what is verified.
/// </summary>
internal static class Jws
{
    public const string Algorithm = "ES256";

    private const int SignatureSize = 64;

    public static string Sign(ECDsa key, string kid, string type, ReadOnlySpan<byte> payload)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new { alg = Algorithm, kid, typ = type });
        var content = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        return $"{content}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256))}";
    }

    /// <summary>The <c>kid</c> that a text asks for, or null where it is no JWS of ours.</summary>
    public static string? KidOf(string jws, string type)
    {
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(jws.AsSpan(0, Math.Max(0, jws.IndexOf('.', StringComparison.Ordinal)))));
            var root = header.RootElement;
            return root.ValueKind == JsonValueKind.Object && Text(root, "alg") == Algorithm && Text(root, "typ") == type && !root.TryGetProperty("crit", out _)
                ? Text(root, "kid")
                : null;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The payload, or null where the signature is not <paramref name="key"/>'s.</summary>
    public static byte[]? Verify(ECDsa key, string jws)
    {
        var parts = jws.Split('.');
        try
        {
            return parts.Length == 3 && IsSignature(key, parts) ? Base64Url.DecodeFromChars(parts[1]) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsSignature(ECDsa key, string[] parts) =>
        Base64Url.DecodeFromChars(parts[2]) is { Length: SignatureSize } signature
        // One signature, one text: spare bits of the last letter must not make another one.
        && Base64Url.EncodeToString(signature) == parts[2]
        && key.VerifyData(Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}"), signature, HashAlgorithmName.SHA256);

    private static string? Text(JsonElement header, string name) =>
        header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
