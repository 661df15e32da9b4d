using System.Text.Json;
using Platform.Core.Data;

namespace Platform.Core.Audit;

/// <summary>A signed statement of how the audit stood: so many rows, this root. Copied elsewhere, it proves later that nothing before it was changed.</summary>
public sealed record AuditHead
{
    /// <summary>The <c>typ</c> of the head's signature.</summary>
    public const string SignatureType = "audit-head+jws";

    public required long Size { get; init; }

    public required byte[] Root { get; init; }

    /// <summary>JSON list of the full subtrees' hashes in hexadecimal, the largest first.</summary>
    public required string Peaks { get; init; }

    public required Instant At { get; init; }

    /// <summary>Compact JWS over <see cref="ToPayload"/>.</summary>
    public required string Signature { get; init; }

    /// <summary>The head signed last, or null before the first.</summary>
    internal static async Task<AuditHead?> NewestAsync(Db db, CancellationToken cancellationToken = default) =>
        await db.ReadAsync<AuditHead>("select size, root, peaks, at, signature from platform_audit_head order by size desc limit 1", cancellationToken: cancellationToken) is [var newest] ? newest : null;

    public byte[] ToPayload() => JsonSerializer.SerializeToUtf8Bytes(new { size = Size, root = Convert.ToHexStringLower(Root), at = At.ToString() });

    /// <summary>For keeping elsewhere.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Copy(Size, Convert.ToHexStringLower(Root), At.ToString(), Signature));

    /// <exception cref="FormatException">Not a head.</exception>
    public static AuditHead FromJson(string json)
    {
        try
        {
            var copy = JsonSerializer.Deserialize<Copy>(json) ?? throw new FormatException("The file holds no audit head.");
            return new() { Size = copy.Size, Root = Convert.FromHexString(copy.Root), Peaks = "[]", At = Instant.Parse(copy.At), Signature = copy.Signature };
        }
        catch (JsonException error)
        {
            throw new FormatException("The file holds no audit head; make one with: egov audit head", error);
        }
    }

    private sealed record Copy(long Size, string Root, string At, string Signature);
}
