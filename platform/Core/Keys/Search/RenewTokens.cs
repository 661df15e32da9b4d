using Dapper;
using Platform.Core.Data;
using Platform.Core.Jobs;

namespace Platform.Core.Keys.Search;

/// <summary>
/// After a rotation of the instance key makes the search tokens anew: a token that must be unique is then again one for each value, and nothing
/// is found through the earlier key alone. Until it is done both are looked for.
/// </summary>
internal sealed class RenewTokens(Db db, InstanceKeys keys, IEnumerable<ITokenHolder> holders, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var active = keys.Active.ToString();
        foreach (var holder in holders.ExceptBy(await DoneAsync(active, cancellationToken), h => h.Name))
        {
            await holder.RenewAsync(cancellationToken);
            await db.WriteAsync(
                """
                insert into platform_token_renewal (holder, key_id, renewed_at) values (@Name, @active, @now)
                on conflict (holder) do update set key_id = excluded.key_id, renewed_at = excluded.renewed_at
                """,
                new { holder.Name, active, now = clock.Now() },
                cancellationToken);
        }
    }

    private async Task<IEnumerable<string>> DoneAsync(string active, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.QueryAsync<string>("select holder from platform_token_renewal where key_id = @active", new { active });
    }
}
