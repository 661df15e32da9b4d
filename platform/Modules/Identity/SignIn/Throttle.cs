using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Core.Keys.Search;

namespace Platform.Modules.Identity.SignIn;

/// <summary>
/// Slows down guessing without a lock that a stranger could turn on its owner: tries are counted by name and network, or by name and known
/// device, so that one who fails a thousand times delays only himself. Names that nobody has are counted in the same way.
/// </summary>
internal sealed class Throttle(Db db, SearchTokens tokens, TimeProvider clock, IOptions<IdentityOptions> options)
{
    private const int LongestPower = 20;

    /// <summary>The key of what is counted.</summary>
    /// <param name="from">Where the tries come from: a network or a device.</param>
    public string Key(string name, string from) => tokens.Exact("identity.throttle", $"{name}\n{from}");

    /// <summary>Counts a try before it is made, so that many at once are no way around.</summary>
    /// <returns>How long to wait first; null: go on.</returns>
    public Task<TimeSpan?> TryAsync(string key, CancellationToken cancellationToken = default)
    {
        var now = clock.Now();
        return db.WriteAsync((connection, transaction) => TryAsync(connection, transaction, key, now), cancellationToken);
    }

    /// <summary>The try was a success: counting begins anew.</summary>
    public Task<int> ForgetAsync(string key, CancellationToken cancellationToken = default) =>
        db.WriteAsync("delete from identity_throttle where key = @key", new { key }, cancellationToken);

    /// <summary>Forgets what has been free for long.</summary>
    public Task<int> SweepAsync(Instant before, CancellationToken cancellationToken) =>
        db.WriteAsync("delete from identity_throttle where free_at < @before", new { before }, cancellationToken);

    private async Task<TimeSpan?> TryAsync(DbConnection connection, DbTransaction transaction, string key, Instant now)
    {
        var tries = await connection.QuerySingleOrDefaultAsync<long?>(
            """
            insert into identity_throttle (key, tries, free_at) values (@key, 1, @now)
            on conflict (key) do update set tries = identity_throttle.tries + 1 where identity_throttle.free_at <= @now
            returning tries
            """,
            new { key, now },
            transaction);
        if (tries is null)
        {
            var free = await connection.QuerySingleAsync<Instant>("select free_at from identity_throttle where key = @key", new { key }, transaction);
            return free.Since(now);
        }

        await connection.ExecuteAsync("update identity_throttle set free_at = @free where key = @key", new { key, free = now.Plus(WaitAfter(tries.Value)) }, transaction);
        return null;
    }

    // 1, 2, 4, 8... seconds after each try beyond the free ones.
    private TimeSpan WaitAfter(long tries)
    {
        var beyond = tries - options.Value.FreeTries;
        var longest = TimeSpan.FromMinutes(options.Value.LongestWaitMinutes);
        return beyond < 0 ? TimeSpan.Zero : beyond > LongestPower || TimeSpan.FromSeconds(1L << (int)beyond) > longest ? longest : TimeSpan.FromSeconds(1L << (int)beyond);
    }
}

/// <summary>Clears away throttles and sessions that are long over.</summary>
internal sealed class SweepSignIns(Throttle throttle, Sessions.SessionStore sessions, Providers.VisitStore visits, TimeProvider clock) : IJob
{
    private static readonly TimeSpan ThrottleAge = TimeSpan.FromDays(1);
    private static readonly TimeSpan SessionAge = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await throttle.SweepAsync(clock.Now().Plus(-ThrottleAge), cancellationToken);
        await visits.SweepAsync(clock.Now().Plus(-ThrottleAge), cancellationToken);
        await sessions.SweepAsync(clock.Now().Plus(-SessionAge), cancellationToken);
    }
}
