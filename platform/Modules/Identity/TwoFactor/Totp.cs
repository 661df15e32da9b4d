using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Platform.Core.Data;

namespace Platform.Modules.Identity.TwoFactor;

/// <summary>Time-based one-time passwords of RFC 6238: SHA-1, six digits, thirty seconds, as every authenticator app has them.</summary>
internal static class Totp
{
    private const int StepSeconds = 30;
    // The clock of a cheap telephone may be a step away in either direction (RFC 6238, 5.2).
    private const int Tolerance = 1;

    /// <summary>160 random bits, the size that RFC 4226 asks for.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    public static long StepAt(Instant at) => at.Microseconds / (StepSeconds * 1_000_000L);

    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps know no other; HMAC does not rest on collisions.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, later than <paramref name="spent"/>; null where there is none. Spaces do not matter.</summary>
    /// <param name="spent">The last step used: its code and all before it are worth nothing any more.</param>
    public static long? Match(byte[] key, string code, Instant at, long spent)
    {
        var typed = System.Text.Encoding.UTF8.GetBytes(string.Concat(code.Where(c => !char.IsWhiteSpace(c))));
        var now = StepAt(at);
        for (var step = now - Tolerance; step <= now + Tolerance; step++)
        {
            if (step > spent && CryptographicOperations.FixedTimeEquals(typed, System.Text.Encoding.UTF8.GetBytes(Code(key, step))))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>What the QR code holds (Key URI format of the authenticator apps).</summary>
    public static string Uri(byte[] key, string issuer, string account) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}?secret={Base32.Encode(key)}&issuer={System.Uri.EscapeDataString(issuer)}";
}
