using Dapper;
using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Core.Keys.Subjects;
using Platform.Core.People;

namespace Platform.Modules.Cases.Erasure;

/// <summary>
/// Data restored from a backup does not know what was erased since; the key store, which is in no data backup, does. Cases whose key is gone are
/// erased again: search tokens, notices and files that came back with the backup go too.
/// </summary>
internal sealed class EraseAgain(KeyStore keys, Db db, Erasures erasures) : IJob
{
    private const int PageSize = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var page = await keys.ErasedAsync(Guid.Empty, PageSize, cancellationToken); page.Count > 0; page = await keys.ErasedAsync(page[^1], PageSize, cancellationToken))
        {
            foreach (var caseId in await UnawareAsync(page, cancellationToken))
            {
                await erasures.EraseAsync(caseId, Actor.System, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<Guid>> UnawareAsync(IReadOnlyList<Guid> erased, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(
            $"select case_id from cases_case where erased_at is null and {db.AnyOf("case_id", "erased")}", new { erased = db.List(erased) })).AsList();
    }
}
