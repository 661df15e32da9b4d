namespace Platform.Core.Data;

/// <summary>A claim on rows, for a while. Every later write of the claimant names the token, so that one who woke up late writes nothing.</summary>
public sealed record Lease(Guid Token, Instant Now, Instant Until)
{
    public static Lease Start(TimeProvider clock, TimeSpan length) => new(Guid.CreateVersion7(), clock.Now(), clock.Now().Plus(length));
}

/// <summary>Claiming rows of work tables (columns <c>lease_token</c>, <c>lease_until</c>, <c>attempts</c>).</summary>
public static class Claims
{
    /// <summary>Claims up to <paramref name="limit"/> due rows and returns them. Two workers never get the same row.</summary>
    /// <param name="due">SQL condition for rows that wait; may name <c>@now</c>.</param>
    /// <param name="order">SQL order of claiming.</param>
    /// <param name="columns">What to read of the claimed rows.</param>
    public static async Task<IReadOnlyList<T>> ClaimAsync<T>(
        this Db db, string table, string key, string due, string order, string columns, int limit, Lease lease, CancellationToken cancellationToken = default)
    {
        // The lease condition stands again outside: on PostgreSQL the inner select may have seen a row before another worker's commit.
        var sql =
            $"""
            update {table} set lease_token = @token, lease_until = @until, attempts = attempts + 1
            where {key} in (
                select {key} from {table}
                where {due} and (lease_until is null or lease_until <= @now)
                order by {order} limit @limit{db.SkipLocked})
              and (lease_until is null or lease_until <= @now)
            returning {columns}
            """;
        return await db.WriteAndReadAsync<T>(sql, new { token = lease.Token, now = lease.Now, until = lease.Until, limit }, cancellationToken);
    }
}
