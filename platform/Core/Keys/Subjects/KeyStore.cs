using System.Globalization;
using System.Text;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Files;

namespace Platform.Core.Keys.Subjects;

/// <summary>
/// One key per case and per person, wrapped by the instance key, in a database of its own that is not in the data backup: who restores old data
/// with today's key store finds the erased subjects unreadable. A key is durable before <see cref="CreateAsync"/> answers, so data never waits
/// for its key. Encrypt with <see cref="Cipher"/>.
/// </summary>
/// <remarks>
/// On SQLite an erased key is overwritten in the file. On PostgreSQL the old row lies in its page until vacuum and in the log archive until that
/// expires; the promise is therefore "gone from all backups after N days", N being how long the key store's backups are kept.
/// </remarks>
public sealed class KeyStore : IAsyncDisposable
{
    // Who asks for a checkpoint while another one runs is sent away at once, not made to wait.
    private static readonly SemaphoreSlim Forgetting = new(1);

    private const int CacheCapacity = 20_000;
    private const int RewrapBatch = 500;
    private static readonly TimeSpan CacheAge = TimeSpan.FromMinutes(1);

    private readonly Db db;
    private readonly InstanceKeys keys;
    private readonly TimeProvider clock;
    private readonly KeyCache cache;
    private readonly KeyCreation creation;
    private string? folder;

    /// <param name="db">The key store's own database, never the instance's. Disposed with the store.</param>
    public KeyStore(Db db, InstanceKeys keys, TimeProvider clock)
    {
        (this.db, this.keys, this.clock) = (db, keys, clock);
        cache = new KeyCache(CacheCapacity, CacheAge, clock);
        creation = new KeyCreation(InsertAsync);
    }

    /// <summary>The store of an instance; nothing is made before <see cref="MigrateAsync"/>.</summary>
    public static KeyStore Open(KeysOptions options, InstanceKeys keys, TimeProvider clock) => new(new Db(options.ConnectionString), keys, clock) { folder = options.Folder };

    /// <summary>Brings the database to this release. Call before anything else.</summary>
    /// <exception cref="InstanceKeyException">It is the data's database: its backup would bring erased keys back.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        if (folder is not null)
        {
            Folder.Create(folder);
        }

        await new Migrator(db, clock, "KeyStoreMigrations").RunAsync([("keys", typeof(KeyStore).Assembly)], cancellationToken);
        await using var connection = await db.OpenAsync(cancellationToken);
        if (await connection.ExecuteScalarAsync<long>("select count(*) from platform_migration where module <> 'keys'") > 0)
        {
            throw new InstanceKeyException("The key store and the data are one database; a restored backup would then bring erased keys back. Give the key store a database of its own with --keys-database.");
        }
    }

    /// <summary>Notes since when the active instance key wraps; of the first one that is noted, which may be older than the note, the oldest key that there is tells it.</summary>
    internal Task NoteActiveAsync(CancellationToken cancellationToken = default) => db.WriteAsync(
        """
        insert into keys_instance_key (key_id, used_since)
        select @id, case when exists (select 1 from keys_instance_key) then @now else coalesce((select min(created_at) from keys_subject_key), @now) end
        where true on conflict (key_id) do nothing
        """,
        new { id = keys.Active.ToString(), now = clock.Now() },
        cancellationToken);

    /// <summary>Since when the active instance key wraps; null where no portal and no rotation has noted it yet.</summary>
    public async Task<Instant?> ActiveSinceAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        var since = (await connection.QueryAsync<Instant>("select used_since from keys_instance_key where key_id = @id", new { id = keys.Active.ToString() })).AsList();
        return since is [var at] ? at : null;
    }

    /// <summary>Whether it has never held a key, erased ones included.</summary>
    internal async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>("select count(*) from (select 1 from keys_subject_key limit 1) one") == 0;
    }

    /// <summary>Makes the subject's key, or returns the one it has: asking again after a time-out is safe.</summary>
    /// <exception cref="KeyErasedException">The subject was erased; it never gets another key.</exception>
    public async Task<SecretKey> CreateAsync(Guid subject)
    {
        var key = cache.Find(subject) ?? await creation.CreateAsync(subject);
        cache.Put(subject, key);
        return key;
    }

    /// <exception cref="KeyErasedException">Erased on purpose: show the subject as erased.</exception>
    /// <exception cref="KeyMissingException">Never created here: data and key store do not belong together.</exception>
    public async Task<SecretKey> GetAsync(Guid subject, CancellationToken cancellationToken = default)
    {
        if (cache.Find(subject) is { } known)
        {
            return known;
        }

        var row = (await ReadAsync([subject], cancellationToken)).SingleOrDefault() ?? throw new KeyMissingException(subject);
        return Unwrap(row) ?? throw new KeyErasedException(subject);
    }

    /// <summary>The keys of many subjects in one query, for lists. Erased and unknown subjects are not in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, SecretKey>> GetManyAsync(IEnumerable<Guid> subjects, CancellationToken cancellationToken = default)
    {
        var wanted = subjects.Distinct().ToList();
        var found = cache.FindMany(wanted);
        var unknown = wanted.Where(subject => !found.ContainsKey(subject)).ToList();
        foreach (var row in unknown.Count == 0 ? [] : await ReadAsync(unknown, cancellationToken))
        {
            if (Unwrap(row) is { } key)
            {
                found.Add(row.SubjectId, key);
            }
        }

        return found;
    }

    /// <summary>
    /// Erases the subject's key for good; doing it again does nothing. This process forgets it at once, others within a minute.
    /// </summary>
    /// <returns>False where it had been erased before.</returns>
    public async Task<bool> EraseAsync(Guid subject, CancellationToken cancellationToken = default)
    {
        var erased = await db.WriteAsync(
            """
            insert into keys_subject_key (subject_id, wrapped, created_at, erased_at) values (@subject, null, @now, @now)
            on conflict (subject_id) do update set wrapped = null, erased_at = excluded.erased_at where keys_subject_key.wrapped is not null
            """,
            new { subject, now = clock.Now() },
            cancellationToken);
        cache.MarkErased(subject);
        await ForgetLogAsync(cancellationToken);
        return erased == 1;
    }

    /// <summary>Subjects that were erased, in the order of their ids. Data restored from an older backup still holds them and must be told.</summary>
    /// <param name="after">The last of the page before; <see cref="Guid.Empty"/> for the first.</param>
    public async Task<IReadOnlyList<Guid>> ErasedAsync(Guid after, int limit, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(
            "select subject_id from keys_subject_key where subject_id > @after and wrapped is null order by subject_id limit @limit", new { after, limit })).AsList();
    }

    /// <summary>Wraps every key with the active instance key, in batches; may be interrupted and run again, also while the platform serves.</summary>
    /// <param name="progress">How many rows have been seen so far.</param>
    /// <returns>How many were wrapped anew.</returns>
    public async Task<int> RewrapAsync(IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var (seen, rewrapped, after) = (0, 0, Guid.Empty);
        for (var rows = await PageAsync(after, cancellationToken); rows.Count > 0; rows = await PageAsync(after, cancellationToken))
        {
            rewrapped += await RewrapAsync(rows, cancellationToken);
            (seen, after) = (seen + rows.Count, rows[^1].SubjectId);
            progress?.Report(seen);
        }

        await ForgetLogAsync(cancellationToken);
        return rewrapped;
    }

    public async ValueTask DisposeAsync()
    {
        creation.Dispose();
        await db.DisposeAsync();
    }

    private static RowIdentity Place(Guid subject) => new("keys_subject_key", "wrapped", subject);

    private SecretKey? Unwrap(SubjectKeyRow row)
    {
        if (row.Wrapped is null)
        {
            cache.MarkErased(row.SubjectId);
            return null;
        }

        var key = SecretKey.From(keys.Unwrap(Place(row.SubjectId), row.Wrapped));
        cache.Put(row.SubjectId, key);
        return key;
    }

    private async Task<IReadOnlyList<SubjectKeyRow>> ReadAsync(IReadOnlyList<Guid> subjects, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<SubjectKeyRow>(
            $"select subject_id, wrapped from keys_subject_key where {db.AnyOf("subject_id", "subjects")}",
            new { subjects = db.List(subjects) })).AsList();
    }

    private async Task InsertAsync(IReadOnlyList<NewKey> batch)
    {
        var sql = new StringBuilder("insert into keys_subject_key (subject_id, wrapped, created_at) values ");
        var parameters = new DynamicParameters(new { now = clock.Now() });
        for (var i = 0; i < batch.Count; i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@s{i}, @w{i}, @now)");
            parameters.Add($"s{i}", batch[i].Subject);
            parameters.Add($"w{i}", keys.Wrap(Place(batch[i].Subject), batch[i].Key.Bytes));
        }

        await db.WriteAsync(sql.Append(" on conflict (subject_id) do nothing").ToString(), parameters);
        Answer(batch, await ReadAsync([.. batch.Select(key => key.Subject)], CancellationToken.None));
    }

    // What the store holds is the answer, not what was sent: another process may have been first, or the subject may be erased.
    private void Answer(IReadOnlyList<NewKey> batch, IReadOnlyList<SubjectKeyRow> rows)
    {
        var stored = rows.ToDictionary(row => row.SubjectId);
        foreach (var created in batch)
        {
            if (Unwrap(stored[created.Subject]) is { } key)
            {
                created.Durable.TrySetResult(key);
            }
            else
            {
                created.Durable.TrySetException(new KeyErasedException(created.Subject));
            }
        }
    }

    private async Task<IReadOnlyList<SubjectKeyRow>> PageAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<SubjectKeyRow>(
            "select subject_id, wrapped from keys_subject_key where subject_id > @after and wrapped is not null order by subject_id limit @RewrapBatch",
            new { after, RewrapBatch })).AsList();
    }

    private Task<int> RewrapAsync(IReadOnlyList<SubjectKeyRow> rows, CancellationToken cancellationToken)
    {
        var changed = rows
            .Select(row => new { row.SubjectId, Old = row.Wrapped!, New = keys.Rewrap(Place(row.SubjectId), row.Wrapped!) })
            .Where(row => row.New is not null)
            .ToList();
        // "and wrapped = @Old": a key erased meanwhile must stay erased.
        return db.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("update keys_subject_key set wrapped = @New where subject_id = @SubjectId and wrapped = @Old", changed, transaction),
            cancellationToken);
    }

    // The write-ahead log of SQLite still has the page as it was.
    private async Task ForgetLogAsync(CancellationToken cancellationToken)
    {
        if (db.IsPostgres)
        {
            return;
        }

        await Forgetting.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await db.OpenAsync(cancellationToken);
            // Waits for readers, and says whether they went: what is still in the log is not erased.
            await connection.ExecuteAsync("pragma busy_timeout = 10000");
            if (await connection.QueryFirstAsync<long>("pragma wal_checkpoint(truncate)") != 0)
            {
                throw new InvalidOperationException("The key store is being read all the time, so its log still holds the key; the erasure is tried again.");
            }
        }
        finally
        {
            Forgetting.Release();
        }
    }

    private sealed record SubjectKeyRow
    {
        public required Guid SubjectId { get; init; }

        public byte[]? Wrapped { get; init; }
    }
}
