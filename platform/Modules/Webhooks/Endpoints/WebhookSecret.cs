using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Modules.Webhooks.Endpoints;

/// <summary>Secrets and signatures of Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA256, symmetric.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Length = 32;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Length);

    /// <summary>As the other side's library takes it: <c>whsec_</c> and base 64.</summary>
    public static string Show(byte[] secret) => Prefix + Convert.ToBase64String(secret);

    /// <returns>One signature for each secret, as <c>v1,... v1,...</c>.</returns>
    /// <param name="id">The event's id.</param>
    /// <param name="timestamp">Seconds since 1970, of this try.</param>
    public static string Sign(IEnumerable<byte[]> secrets, string id, long timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"));
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}"));
    }
}
