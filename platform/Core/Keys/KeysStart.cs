using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys.Subjects;

namespace Platform.Core.Keys;

/// <summary>Makes the keys ready before the first request; call after the instance's database is migrated.</summary>
public sealed class KeysStart(Db data, KeyFolder folder, KeyStore store)
{
    /// <summary>Migrates the key store and reads the instance key. An instance that has never encrypted anything gets its key here.</summary>
    /// <exception cref="InstanceKeyException">The key is missing although there is data that needs it, or it cannot be used. The message says what to do.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await store.MigrateAsync(cancellationToken);
        if (!folder.HasActive && await IsNewAsync(cancellationToken))
        {
            InitOnce();
        }

        await store.NoteActiveAsync(cancellationToken);
    }

    // Of two processes that start together the first makes the key and both use it.
    private void InitOnce()
    {
        try
        {
            folder.Init();
        }
        catch (InstanceKeyException) when (folder.HasActive)
        {
        }
    }

    private async Task<bool> IsNewAsync(CancellationToken cancellationToken)
    {
        await using var connection = await data.OpenAsync(cancellationToken);
        var secrets = await connection.ExecuteScalarAsync<long>(
            "select (select count(*) from platform_signing_key) + (select count(*) from platform_data_protection_key)");
        return secrets == 0 && await store.IsEmptyAsync(cancellationToken);
    }
}
