using Dapper;
using Platform.Core.Data;

namespace Platform.Core.Outbox;

/// <summary>A claimed message.</summary>
internal sealed record OutboxMessage
{
    public required Guid MessageId { get; init; }

    public required string Handler { get; init; }

    public required string Body { get; init; }

    public required int Attempts { get; init; }
}

/// <summary>A message that was given up after all its attempts; waits for an operator.</summary>
public sealed record DeadLetter
{
    public required Guid MessageId { get; init; }

    public required string Handler { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public required int Attempts { get; init; }

    public string? Error { get; init; }

    public required Instant DeadAt { get; init; }
}

/// <summary>All SQL of the outbox.</summary>
public sealed class OutboxStore(Db db, TimeProvider clock)
{
    internal static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(2);

    internal Task<IReadOnlyList<OutboxMessage>> ClaimAsync(int limit, Lease lease, CancellationToken cancellationToken) =>
        db.ClaimAsync<OutboxMessage>(
            "platform_outbox", "message_id", "dead_at is null and available_at <= @now", "available_at", "message_id, handler, body, attempts", limit, lease, cancellationToken);

    internal Task<int> DoneAsync(IEnumerable<Guid> messages, Lease lease) =>
        db.WriteAsync($"delete from platform_outbox where {db.AnyOf("message_id", "messages")} and lease_token = @token", new { messages = db.List(messages), token = lease.Token });

    internal Task<int> RetryAsync(Guid messageId, Lease lease, TimeSpan after, string error) =>
        db.WriteAsync(
            "update platform_outbox set available_at = @at, lease_token = null, lease_until = null, error = @error where message_id = @messageId and lease_token = @token",
            new { messageId, token = lease.Token, at = clock.Now().Plus(after), error });

    internal Task<int> BuryAsync(Guid messageId, Lease lease, string error) =>
        db.WriteAsync(
            "update platform_outbox set dead_at = @at, lease_token = null, lease_until = null, error = @error where message_id = @messageId and lease_token = @token",
            new { messageId, token = lease.Token, at = clock.Now(), error });

    /// <summary>Messages not yet delivered and not given up.</summary>
    public async Task<long> CountWaitingAsync()
    {
        await using var connection = await db.OpenAsync();
        return await connection.ExecuteScalarAsync<long>("select count(*) from platform_outbox where dead_at is null");
    }

    public async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(int limit = 100)
    {
        await using var connection = await db.OpenAsync();
        var rows = await connection.QueryAsync<DeadLetter>(
            "select message_id, handler, type, body, attempts, error, dead_at from platform_outbox where dead_at is not null order by dead_at desc limit @limit",
            new { limit });
        return rows.AsList();
    }

    /// <summary>Gives a dead letter its attempts back.</summary>
    /// <returns>False when there is no such dead letter.</returns>
    public async Task<bool> ReplayAsync(Guid messageId) =>
        await db.WriteAsync(
            "update platform_outbox set dead_at = null, attempts = 0, available_at = @at where message_id = @messageId and dead_at is not null",
            new { messageId, at = clock.Now() }) == 1;
}
