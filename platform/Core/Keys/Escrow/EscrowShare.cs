using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Platform.Core.Keys.Escrow;

/// <summary>
/// One share of the instance keys as a text that can be printed, kept in a safe and typed in again. It says how many are needed, which one it
/// is and to which escrow it belongs, and carries a checksum over all of that, so that a typing mistake is found in the share where it was made.
/// </summary>
/// <param name="Set">Random number of the escrow; shares of two escrows do not mix.</param>
/// <param name="Threshold">How many shares are needed.</param>
/// <param name="Index">Which one this is, from 1.</param>
/// <param name="Value">Its part of the secret.</param>
public sealed partial record EscrowShare(uint Set, byte Threshold, byte Index, byte[] Value)
{
    private const string Prefix = "EGOV1";
    private const int HeaderSize = 6;
    private const int ChecksumSize = 5;

    /// <summary><c>EGOV1-XXXXX-XXXXX-...</c> in Crockford's base 32.</summary>
    public override string ToString()
    {
        byte[] body = [.. BitConverter.GetBytes(Set), Threshold, Index, .. Value];
        return $"{Prefix}-{string.Join('-', Crockford.Encode([.. body, .. Checksum(body)]).Chunk(5).Select(group => new string(group)))}";
    }

    /// <param name="text">In any case, with any spaces, line ends and hyphens.</param>
    /// <exception cref="InstanceKeyException">No share, or mistyped.</exception>
    public static EscrowShare Parse(string text)
    {
        var match = Shape().Match(text);
        var bytes = match.Success ? Crockford.Decode(match.Groups[1].Value) : null;
        if (bytes is null || bytes.Length <= HeaderSize + ChecksumSize)
        {
            throw new InstanceKeyException("This is no share of an instance key. A share begins with EGOV1.");
        }

        var body = bytes.AsSpan(..^ChecksumSize);
        return Checksum(body).AsSpan().SequenceEqual(bytes.AsSpan(^ChecksumSize..))
            ? new EscrowShare(BitConverter.ToUInt32(body), body[4], body[5], body[HeaderSize..].ToArray())
            : throw new InstanceKeyException("This share has a typing mistake: its checksum does not fit. Compare it with the paper, letter by letter.");
    }

    private static byte[] Checksum(ReadOnlySpan<byte> body) => SHA256.HashData(body)[..ChecksumSize];

    [GeneratedRegex(@"^\s*EG[O0]V[1IL][\s-]*(.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
