using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Core.Keys.Signing;

/// <summary>The public half of an ES256 key as RFC 7517 has it: P-256 coordinates in base64url, <c>kid</c> the RFC 7638 thumbprint.</summary>
public sealed record Jwk(
    [property: JsonPropertyName("kid")] string Kid,
    [property: JsonPropertyName("x")] string X,
    [property: JsonPropertyName("y")] string Y)
{
    [JsonPropertyName("kty")]
    public string Kty { get; } = "EC";

    [JsonPropertyName("crv")]
    public string Crv { get; } = "P-256";

    [JsonPropertyName("use")]
    public string Use { get; } = "sig";

    [JsonPropertyName("alg")]
    public string Alg { get; } = Jws.Algorithm;

    internal static Jwk Of(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        return new Jwk(Thumbprint(x, y), x, y);
    }

    internal static Jwk Parse(string json) => JsonSerializer.Deserialize<Jwk>(json)!;

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal ECDsa ToKey() => ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = Base64Url.DecodeFromChars(X), Y = Base64Url.DecodeFromChars(Y) },
    });

    // RFC 7638, 3.2: the required members in lexicographic order, without spaces.
    private static string Thumbprint(string x, string y) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
}
