using Dapper;
using Platform.Core.Data;
using Platform.Core.Jobs;

namespace Platform.Core.Files;

/// <summary>
/// Deletes files that no row names. A column called <c>file_id</c>, in whichever table, names a file: so no module has to declare anything, and the
/// files of one that is switched off stay.
/// </summary>
internal sealed class SweepFiles(FileStore files, Db db) : IJob
{
    private const string Column = "file_id";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var tables = await db.TablesWithAsync(Column, cancellationToken);
        if (tables.Count == 0)
        {
            throw new InvalidOperationException("No table names a file, so those in use cannot be told from the others; none was deleted.");
        }

        await files.SweepAsync(ids => NamedAsync(tables, ids, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlySet<Guid>> NamedAsync(IReadOnlyList<string> tables, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        var named = new HashSet<Guid>();
        foreach (var table in tables)
        {
            named.UnionWith(await connection.QueryAsync<Guid>($"select {Column} from {table} where {db.AnyOf(Column, "ids")}", new { ids = db.List(ids) }));
        }

        return named;
    }
}
