using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Platform.Core.Keys.Escrow;

/// <summary>
/// All instance keys of an instance divided among people none of whom can use them alone, and put together again after a loss.
/// The secret that is shared is <c>keys (32 bytes each, active first) | first 8 bytes of their SHA-256</c>.
/// </summary>
public static class KeyEscrow
{
    private const int CheckSize = 8;

    /// <param name="folder">The key folder of the instance.</param>
    /// <param name="threshold">How many shares give the keys back, 2 or more.</param>
    /// <param name="count">How many shares to make, up to 255.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer shares than the threshold, or a threshold of 1: that would be a copy.</exception>
    public static IReadOnlyList<EscrowShare> Split(KeyFolder folder, int threshold, int count)
    {
        byte[] keys = [.. folder.ReadAll().SelectMany(key => key.Bytes.ToArray())];
        byte[] secret = [.. keys, .. Check(keys)];
        var set = BinaryPrimitives.ReadUInt32LittleEndian(RandomNumberGenerator.GetBytes(sizeof(uint)));
        return [.. Shamir.Split(secret, threshold, count).Select(share => new EscrowShare(set, (byte)threshold, share.Index, share.Value))];
    }

    /// <summary>Rebuilds the keys in a folder that has none.</summary>
    /// <returns>The id of the active key.</returns>
    /// <exception cref="InstanceKeyException">Too few shares, shares of different escrows, or a folder that has a key.</exception>
    public static KeyId Restore(KeyFolder folder, IReadOnlyCollection<EscrowShare> shares)
    {
        var distinct = shares.DistinctBy(share => share.Index).ToList();
        if (distinct.Count == 0 || distinct.Any(share => share.Set != distinct[0].Set || share.Value.Length != distinct[0].Value.Length))
        {
            throw new InstanceKeyException("These shares do not belong together: they come from different escrows.");
        }

        var needed = distinct[0].Threshold;
        return distinct.Count < needed
            ? throw new InstanceKeyException($"{needed} different shares are needed, {distinct.Count} were given.")
            : folder.Restore(Keys(Shamir.Join([.. distinct.Take(needed).Select(share => (share.Index, share.Value))])));
    }

    private static List<SecretKey> Keys(byte[] secret)
    {
        var keys = secret.AsSpan(..^CheckSize).ToArray();
        return Check(keys).AsSpan().SequenceEqual(secret.AsSpan(^CheckSize..)) && keys.Length % SecretKey.Size == 0
            ? [.. keys.Chunk(SecretKey.Size).Select(bytes => SecretKey.From(bytes))]
            : throw new InstanceKeyException("The shares do not give a key together. One of them is not what it says it is.");
    }

    private static byte[] Check(byte[] keys) => SHA256.HashData(keys)[..CheckSize];
}
