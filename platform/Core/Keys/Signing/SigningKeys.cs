using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Core.Keys.Signing;

/// <summary>
/// The instance's ES256 keys for documents and receipts. The newest signs; every public half is kept for ever, so that what was signed under an
/// earlier one still verifies. Private halves are in the database wrapped by the instance key.
/// </summary>
public sealed class SigningKeys(Db db, Acts acts, InstanceKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan ActiveAge = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Jwk> known = new(StringComparer.Ordinal);
    private volatile Active? active;

    /// <summary>Signs as a compact JWS (RFC 7515); makes the first key where there is none.</summary>
    /// <param name="type">The header's <c>typ</c>, as <c>certificate+jws</c>: a text of one type never passes for another.</param>
    public async Task<string> SignAsync(string type, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default)
    {
        var signer = await ActiveAsync(cancellationToken);
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(signer.Pkcs8, out _);
        return Jws.Sign(key, signer.Kid, type, payload.Span);
    }

    /// <returns>The payload, or null where the text is no JWS of this type signed with a key of this instance.</returns>
    public async Task<byte[]?> VerifyAsync(string type, string jws, CancellationToken cancellationToken = default)
    {
        if (Jws.KidOf(jws, type) is not { } kid || await FindAsync(kid, cancellationToken) is not { } jwk)
        {
            return null;
        }

        using var key = jwk.ToKey();
        return Jws.Verify(key, jws);
    }

    /// <summary>Makes a new signing key and forgets the private halves of the earlier ones. Other processes follow within a minute.</summary>
    /// <returns>Its <c>kid</c>.</returns>
    public async Task<string> RotateAsync(CancellationToken cancellationToken = default)
    {
        var kid = await AddAsync(forgetEarlier: true, cancellationToken);
        active = null;
        return kid;
    }

    /// <summary>The public keys as a JWK Set (RFC 7517, 5), the newest first.</summary>
    public async Task<string> ExportAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        var all = await connection.QueryAsync<string>("select public_key from platform_signing_key order by created_at desc, kid");
        return JsonSerializer.Serialize(new { keys = all.Select(Jwk.Parse) });
    }

    /// <summary>Wraps the private halves with the active instance key.</summary>
    internal async Task<int> RewrapAsync(CancellationToken cancellationToken = default)
    {
        var rows = await db.ReadAsync<Row>("select kid, private_key from platform_signing_key where private_key is not null", cancellationToken: cancellationToken);
        var changed = rows.Select(row => new { row.Kid, New = keys.Rewrap(Place(row.Kid), row.PrivateKey) }).Where(row => row.New is not null).ToList();
        return await db.WriteAsync(
            (writer, transaction) => writer.ExecuteAsync("update platform_signing_key set private_key = @New where kid = @Kid and private_key is not null", changed, transaction),
            cancellationToken);
    }

    private static RowIdentity Place(string kid) => new("platform_signing_key", "private_key", kid);

    private async Task<Active> ActiveAsync(CancellationToken cancellationToken)
    {
        if (active is { } current && clock.GetElapsedTime(current.Since) < ActiveAge)
        {
            return current;
        }

        if (await NewestAsync(cancellationToken) is not { } row)
        {
            await AddAsync(forgetEarlier: false, cancellationToken);
            row = (await NewestAsync(cancellationToken))!;
        }

        return active = new Active(row.Kid, keys.Unwrap(Place(row.Kid), row.PrivateKey), clock.GetTimestamp());
    }

    private async Task<Row?> NewestAsync(CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<Row>(
            "select kid, private_key from platform_signing_key where private_key is not null order by created_at desc, kid limit 1");
    }

    private async Task<Jwk?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(kid, out var jwk))
        {
            return jwk;
        }

        await using var connection = await db.OpenAsync(cancellationToken);
        var json = await connection.QuerySingleOrDefaultAsync<string>("select public_key from platform_signing_key where kid = @kid", new { kid });
        return json is null ? null : known.GetOrAdd(kid, Jwk.Parse(json));
    }

    // Two processes that start together may both make a first key. That does no harm: both public halves are kept.
    private async Task<string> AddAsync(bool forgetEarlier, CancellationToken cancellationToken)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (id, jwk) = (Guid.CreateVersion7(), Jwk.Of(key));
        var act = acts.Begin(Actor.System).Do(
            "insert into platform_signing_key (key_id, kid, public_key, private_key, created_at) values (@id, @Kid, @Public, @Private, @at)",
            new { id, jwk.Kid, Public = jwk.ToJson(), Private = keys.Wrap(Place(jwk.Kid), key.ExportPkcs8PrivateKey()) });
        if (forgetEarlier)
        {
            act.Do("update platform_signing_key set private_key = null where kid <> @Kid", new { jwk.Kid });
        }

        await act.Audit("signing-key", id, "keys.new-signing-key", new { kid = jwk.Kid }).CommitAsync(cancellationToken);
        return jwk.Kid;
    }

    private sealed record Active(string Kid, byte[] Pkcs8, long Since);

    private sealed record Row
    {
        public required string Kid { get; init; }

        public required byte[] PrivateKey { get; init; }
    }
}
