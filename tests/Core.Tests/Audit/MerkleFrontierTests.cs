using System.Security.Cryptography;
using Platform.Core.Audit;

namespace Platform.Core.Tests.Audit;

public sealed class MerkleFrontierTests
{
    [Fact]
    public void Every_size_gives_the_root_of_the_recursive_definition()
    {
        var leaves = Enumerable.Range(0, 70).Select(i => SHA256.HashData([(byte)i])).ToList();
        var frontier = MerkleFrontier.Empty();
        for (var n = 0; n < leaves.Count; n++)
        {
            Assert.Equal(Root(leaves[..n]), frontier.Root());
            frontier.Append(leaves[n]);
            frontier = MerkleFrontier.Restore(frontier.Size, frontier.PeaksToJson());
        }
    }

    [Fact]
    public void Peaks_that_do_not_fit_the_size_are_refused() =>
        Assert.Throws<InvalidDataException>(() => MerkleFrontier.Restore(3, "[\"00\"]"));

    // RFC 9162, section 2.1.1, word for word: split at the largest power of two below n.
    private static byte[] Root(List<byte[]> leaves)
    {
        if (leaves.Count <= 1)
        {
            return leaves.Count == 0 ? SHA256.HashData([]) : leaves[0];
        }

        var k = 1;
        while (k * 2 < leaves.Count)
        {
            k *= 2;
        }

        return SHA256.HashData([1, .. Root(leaves[..k]), .. Root(leaves[k..])]);
    }
}
