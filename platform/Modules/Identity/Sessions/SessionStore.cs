using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Modules.Identity.Accounts;

namespace Platform.Modules.Identity.Sessions;

/// <summary>The sessions of signed-in people. The cookie holds 256 random bits; the database only their hash.</summary>
public sealed class SessionStore(Db db, KeyStore keys, TimeProvider clock, IOptions<IdentityOptions> options)
{
    private const int TokenSize = 32;
    private const int ClientLength = 200;
    // Writing at every request would make reading pages wait for the disk.
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    // Every request of a signed-in person asks, so those of one moment ask together. Whoever ends a session ends it for all who ask afterwards.
    private readonly Together<byte[], Session?> together = new(hashes => ReadAsync(db, hashes, clock.Now(), TimeSpan.FromMinutes(options.Value.IdleMinutes)));

    /// <summary>Adds a session to the act. Always a new one, never an old one made more powerful, so that nobody can plant a session and wait.</summary>
    /// <param name="client">What the browser calls itself.</param>
    /// <param name="provider">Whose word it begins with; null: a password.</param>
    /// <returns>The cookie's value.</returns>
    public async Task<string> StartAsync(Act act, Account account, string step, bool twoFactor, string client, string? provider = null)
    {
        var (id, secret) = (Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(TokenSize));
        var key = await keys.GetAsync(account.PersonId);
        act.Do(
            """
            insert into identity_session (session_id, token_hash, person_id, stamp, step, two_factor, client, created_at, seen_at, expires_at, provider, act)
            values (@id, @hash, @PersonId, @SecurityStamp, @step, @twoFactor, @client, @at, @at, @expires, @provider, @act)
            """,
            new
            {
                id,
                hash = SHA256.HashData(secret),
                account.PersonId,
                account.SecurityStamp,
                step,
                twoFactor,
                client = Cipher.Seal(key, ClientOf(id), Encoding.UTF8.GetBytes(client.Length > ClientLength ? client[..ClientLength] : client)),
                provider,
                expires = act.At.Plus(TimeSpan.FromHours(options.Value.SessionHours)),
            });
        act.Audit("person", account.PersonId, "identity.session-start", provider is null ? new { session = id, step } : new { session = id, step, provider });
        return Base64Url.EncodeToString(secret);
    }

    /// <returns>The session of this cookie, if it is still one: not ended, not too old, not unused for long, and its stamp still the account's.</returns>
    public async Task<Session?> FindAsync(string token, CancellationToken cancellationToken = default)
    {
        if (HashOf(token) is not { } hash)
        {
            return null;
        }

        return await together.AskAsync(hash, cancellationToken) is { } session ? await SeenAsync(session, clock.Now(), cancellationToken) : null;
    }

    /// <summary>The open sessions of a person, the last used first.</summary>
    public async Task<IReadOnlyList<SessionEntry>> ListAsync(Guid person, CancellationToken cancellationToken = default)
    {
        var now = clock.Now();
        await using var connection = await db.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(Guid SessionId, byte[] Client, Instant CreatedAt, Instant SeenAt)>(
            """
            select s.session_id, s.client, s.created_at, s.seen_at
            from identity_session s join identity_account a on a.person_id = s.person_id and a.security_stamp = s.stamp
            where s.person_id = @person and s.ended_at is null and s.expires_at > @now and s.seen_at > @idle and s.step = 'open'
            order by s.seen_at desc
            """,
            new { person, now, idle = now.Plus(TimeSpan.FromMinutes(-options.Value.IdleMinutes)) });
        var key = await keys.GetAsync(person, cancellationToken);
        return [.. rows.Select(row => new SessionEntry(row.SessionId, Cipher.OpenText(key, ClientOf(row.SessionId), row.Client), row.CreatedAt, row.SeenAt))];
    }

    /// <summary>Ends a session of this person; does nothing where it is another's.</summary>
    public static void End(Act act, Guid session, Guid person)
    {
        act.Do("update identity_session set ended_at = @at, act = @act where session_id = @session and person_id = @person and ended_at is null", new { session, person });
        act.Audit("person", person, "identity.session-end", new { session });
    }

    /// <summary>Forgets sessions that ended long ago.</summary>
    public Task<int> SweepAsync(Instant before, CancellationToken cancellationToken) =>
        db.WriteAsync("delete from identity_session where expires_at < @before", new { before }, cancellationToken);

    internal static RowIdentity ClientOf(Guid session) => new("identity_session", "client", session);

    private static byte[]? HashOf(string token)
    {
        Span<byte> secret = stackalloc byte[TokenSize];
        return Base64Url.DecodeFromChars(token, secret, out _, out var size) == OperationStatus.Done && size == TokenSize ? SHA256.HashData(secret) : null;
    }

    private static async Task<Func<byte[], Session?>> ReadAsync(Db db, IReadOnlyList<byte[]> hashes, Instant now, TimeSpan idle)
    {
        var found = await db.ReadAsync<Session>(
            $"""
            select s.token_hash, s.session_id, s.person_id, s.step, s.two_factor, s.stamp, s.provider, s.created_at, s.seen_at, c.person_id is not null as confirmed
            from identity_session s
            join identity_account a on a.person_id = s.person_id and a.security_stamp = s.stamp
            left join platform_person_confirmation c on c.person_id = s.person_id
            where {db.AnyOfBytes("s.token_hash", "hashes")} and s.ended_at is null and s.expires_at > @now and s.seen_at > @since
            """,
            new { hashes = db.List(hashes), now, since = now.Plus(-idle) });
        return hash => found.FirstOrDefault(s => s.TokenHash.AsSpan().SequenceEqual(hash));
    }

    private async Task<Session> SeenAsync(Session session, Instant now, CancellationToken cancellationToken)
    {
        if (now.Since(session.SeenAt) >= SeenPrecision)
        {
            await db.WriteAsync("update identity_session set seen_at = @now where session_id = @SessionId and seen_at < @now", new { session.SessionId, now }, cancellationToken);
        }

        return session;
    }
}
