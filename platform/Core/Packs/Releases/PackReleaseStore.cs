using Dapper;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Core.Packs;

/// <summary>Stored releases of the pack, and which one is live.</summary>
public sealed class PackReleaseStore(Db db, Acts acts)
{
    private const int Tries = 4;
    private const string Columns = "r.number, r.release_id, r.digest, r.name, r.version, r.created_at";

    /// <summary>The release that is live; null before the first activation.</summary>
    public async Task<PackRelease?> ActiveAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<PackRelease>(
            $"select {Columns} from platform_pack_activation a join platform_pack_release r on r.number = a.number order by a.n desc limit 1");
    }

    /// <summary>The last activation: its place in their row, and the release that it made live; null before the first.</summary>
    public async Task<PackActivation?> ActivationAsync(CancellationToken cancellationToken = default) =>
        (await db.ReadAsync<PackActivation>("select n, number from platform_pack_activation order by n desc limit 1", null, cancellationToken)).SingleOrDefault();

    /// <summary>All releases, the newest first.</summary>
    public async Task<IReadOnlyList<PackRelease>> AllAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<PackRelease>($"select {Columns} from platform_pack_release r order by r.number desc")).AsList();
    }

    /// <summary>The files of a release.</summary>
    public async Task<IPackFiles> FilesAsync(PackRelease release, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return PackArchive.Open(release.Name, await connection.QuerySingleAsync<byte[]>("select content from platform_pack_release where number = @Number", new { release.Number }));
    }

    /// <summary>Makes a checked pack live: stores its files, unless they are stored already. Nothing happens when it is live.</summary>
    /// <exception cref="InvalidOperationException">The pack has problems.</exception>
    public async Task<PackRelease> ActivateAsync(PackLoadResult checkedPack, Actor actor, CancellationToken cancellationToken = default)
    {
        var pack = checkedPack.Pack ?? throw new InvalidOperationException("A pack with problems cannot go live.");
        var digest = PackArchive.Digest(checkedPack.Layers);
        for (var attempt = 1; ; attempt++)
        {
            // Read first: whoever activates after this takes the next place, and this process looks again.
            var last = await LastActivationAsync(cancellationToken);
            var active = await ActiveAsync(cancellationToken);
            if (active?.Digest == digest)
            {
                return active;
            }
            try
            {
                await StoreAndActivateAsync(pack, digest, checkedPack.Layers, acts.Begin(actor), last + 1, cancellationToken);
            }
            // Two processes that start together activate the same folder: the second finds it done.
            catch (DuplicateException) when (attempt < Tries)
            {
            }
        }
    }

    /// <summary>Makes a stored release live, for example an earlier one.</summary>
    /// <exception cref="DuplicateException">Somebody else activated a release at this moment.</exception>
    /// <returns>The release; null when there is none of this number.</returns>
    public async Task<PackRelease?> ActivateAsync(long number, Actor actor, CancellationToken cancellationToken = default)
    {
        var release = (await AllAsync(cancellationToken)).FirstOrDefault(r => r.Number == number);
        if (release is not null)
        {
            await Activate(acts.Begin(actor), release.Number, release.ReleaseId, release.Digest, await LastActivationAsync(cancellationToken) + 1).CommitAsync(cancellationToken);
        }
        return release;
    }

    private async Task StoreAndActivateAsync(Pack pack, string digest, IReadOnlyList<IPackFiles> layers, Act act, long next, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        if (all.FirstOrDefault(r => r.Digest == digest) is { } stored)
        {
            await Activate(act, stored.Number, stored.ReleaseId, digest, next).CommitAsync(cancellationToken);
            return;
        }
        var number = all.Select(r => r.Number).FirstOrDefault() + 1;
        var id = Guid.CreateVersion7();
        act.Do(
            "insert into platform_pack_release (number, release_id, digest, name, version, content, created_at) values (@number, @id, @digest, @Name, @Version, @content, @at)",
            new { number, id, digest, pack.Name, pack.Version, content = PackArchive.Write(layers) });
        await Activate(act, number, id, digest, next).CommitAsync(cancellationToken);
    }

    private static Act Activate(Act act, long number, Guid id, string digest, long n) =>
        act.Do("insert into platform_pack_activation (n, number, activated_at, activated_by) values (@n, @number, @at, @actor)", new { n, number })
            .Audit("release", id, "packs.activate", new { number, digest });

    private async Task<long> LastActivationAsync(CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<long>("select n from platform_pack_activation order by n desc limit 1");
    }
}
