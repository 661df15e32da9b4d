namespace Platform.Core.Data;

/// <summary>A request that its sender may repeat without its being done twice (the header <c>Idempotency-Key</c>). Its act keeps a row of it.</summary>
/// <param name="Scope">Person and endpoint: nobody meets a key of somebody else.</param>
/// <param name="Key">As the sender chose it.</param>
/// <param name="Mac">HMAC of what was asked. The same key with another question is noticed, and a dump of the table reveals no answer.</param>
public sealed record RequestKey(string Scope, string Key, byte[] Mac)
{
    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The answer's <c>Location</c>.</summary>
    public string? Location { get; init; }
}

/// <summary>What was answered. The body is not kept but rendered again from its subject.</summary>
public sealed record AnsweredRequest
{
    public required byte[] RequestHmac { get; init; }

    public required int Status { get; init; }

    public string? Location { get; init; }

    public required Guid SubjectId { get; init; }
}
