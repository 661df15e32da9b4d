using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Platform.Core.Keys;

/// <summary>
/// The keys above all others: they wrap the subject keys and the platform's own secrets, and are never in a database.
/// One is active and wraps; the others, left by rotations, still unwrap. What they do is always done through a derived key of one purpose.
/// </summary>
public sealed class InstanceKeys
{
    private const string Wrapping = "platform/wrap";
    private const long LookEvery = 1000;

    private readonly KeyFolder folder;
    private readonly Lock loading = new();
    private readonly ConcurrentDictionary<(KeyId, string), SecretKey> derived = new();
    private volatile Ring? loaded;
    private long lookedAt;

    /// <param name="folder">Read at first use.</param>
    public InstanceKeys(KeyFolder folder) => this.folder = folder;

    /// <summary>The key that wraps from now on.</summary>
    /// <exception cref="InstanceKeyException">No key, a damaged one, or one that others may read.</exception>
    public KeyId Active => Keys.Active.Id;

    /// <summary>All keys that can be read with, the active one first.</summary>
    public IEnumerable<KeyId> All => Keys.All.Select(key => key.Id);

    /// <summary>Seals a secret of the platform for its place.</summary>
    public byte[] Wrap(RowIdentity row, ReadOnlySpan<byte> secret) => Cipher.Seal(Derive(Keys.Active, Wrapping), row, secret);

    /// <exception cref="UnreadableException">Altered, moved, or wrapped with a key that is not in the key folder.</exception>
    public byte[] Unwrap(RowIdentity row, ReadOnlySpan<byte> wrapped) => Cipher.Open(Derive(Find(Cipher.KeyIdOf(wrapped, row), row), Wrapping), row, wrapped);

    /// <summary>The same secret wrapped with the active key, or null where it already is.</summary>
    /// <exception cref="UnreadableException">As <see cref="Unwrap"/>.</exception>
    public byte[]? Rewrap(RowIdentity row, ReadOnlySpan<byte> wrapped) =>
        Cipher.KeyIdOf(wrapped, row) == Active ? null : Wrap(row, Unwrap(row, wrapped));

    /// <summary>HMAC-SHA256 under the active key, for comparing what must not be stored itself. Compare with <see cref="IsMac"/>.</summary>
    /// <param name="purpose">What it is for, as <c>cases/idempotency</c>; other purposes give other values.</param>
    public byte[] Mac(string purpose, ReadOnlySpan<byte> content) => HMACSHA256.HashData(Derive(Keys.Active, purpose).Bytes, content);

    /// <summary>Whether <paramref name="mac"/> belongs to the content, under the active key or one before it.</summary>
    public bool IsMac(string purpose, ReadOnlySpan<byte> content, ReadOnlySpan<byte> mac)
    {
        var found = false;
        foreach (var key in For(purpose))
        {
            found |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key.Bytes, content), mac);
        }

        return found;
    }

    /// <summary>One key per instance key for <paramref name="purpose"/>, the active one first: write with the first, look for all.</summary>
    internal IReadOnlyList<SecretKey> For(string purpose) => [.. Keys.All.Select(key => Derive(key, purpose))];

    // Another process may have rotated: all of them must find what each of them writes.
    private Ring Keys => loaded is { } ring && !IsOutdated(ring) ? ring : Reload();

    private bool IsOutdated(Ring ring)
    {
        var now = Environment.TickCount64;
        if (now - Interlocked.Read(ref lookedAt) < LookEvery)
        {
            return false;
        }

        Interlocked.Exchange(ref lookedAt, now);
        return folder.HasActive && folder.ChangedAt != ring.ChangedAt;
    }

    private SecretKey Derive(SecretKey key, string purpose) =>
        derived.GetOrAdd((key.Id, purpose), static (_, of) => of.key.Derive(of.purpose), (key, purpose));

    private SecretKey Find(KeyId id, RowIdentity row) => Keys.Find(id) ?? Reload().Find(id) ?? throw new UnreadableException(
        $"{row} needs the instance key {id}, which is not in {folder.Path}. Put its file back, or run: egov keys restore");

    private Ring Reload()
    {
        lock (loading)
        {
            // Asked before it is read: what is written in between is seen at the next look.
            var changedAt = folder.ChangedAt;
            return loaded = new Ring(folder.ReadAll(), changedAt);
        }
    }

    private sealed class Ring(IReadOnlyList<SecretKey> keys, DateTime changedAt)
    {
        public DateTime ChangedAt => changedAt;

        public IReadOnlyList<SecretKey> All => keys;

        public SecretKey Active => keys[0];

        public SecretKey? Find(KeyId id) => keys.FirstOrDefault(key => key.Id == id);
    }
}
