using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Platform.Core.Audit;

/// <summary>
/// The right edge of a Merkle tree (RFC 9162, section 2.1.1): enough to append leaves and to give the root, without the leaves before.
/// One hash for each full subtree, the largest first.
/// </summary>
internal sealed class MerkleFrontier
{
    private readonly List<byte[]> peaks;

    private MerkleFrontier(long size, List<byte[]> peaks) => (Size, this.peaks) = (size, peaks);

    public long Size { get; private set; }

    public static MerkleFrontier Empty() => new(0, []);

    /// <param name="peaks">As written by <see cref="PeaksToJson"/>.</param>
    /// <exception cref="InvalidDataException">The peaks do not fit the size.</exception>
    public static MerkleFrontier Restore(long size, string peaks)
    {
        var hashes = JsonSerializer.Deserialize<List<string>>(peaks)!.ConvertAll(Convert.FromHexString);
        return BitOperations.PopCount((ulong)size) == hashes.Count ? new(size, hashes) : throw new InvalidDataException("The audit head's peaks do not fit its size.");
    }

    public void Append(byte[] leaf)
    {
        peaks.Add(leaf);
        // Each trailing one bit of the old size is a full subtree of equal height to join with.
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            var right = peaks[^1];
            peaks.RemoveAt(peaks.Count - 1);
            peaks[^1] = Join(peaks[^1], right);
        }

        Size++;
    }

    /// <summary>SHA-256 of nothing for an empty tree.</summary>
    public byte[] Root()
    {
        if (peaks.Count == 0)
        {
            return SHA256.HashData([]);
        }

        var root = peaks[^1];
        for (var i = peaks.Count - 2; i >= 0; i--)
        {
            root = Join(peaks[i], root);
        }

        return root;
    }

    public string PeaksToJson() => JsonSerializer.Serialize(peaks.ConvertAll(Convert.ToHexStringLower));

    private static byte[] Join(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
