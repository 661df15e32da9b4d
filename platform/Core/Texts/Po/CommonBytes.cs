using System.Numerics;

namespace Platform.Core.Texts.Po;

/// <summary>The longest common subsequence of one text with many others, 64 bytes at a step (H. Hyyro, "Bit-parallel LCS-length computation revisited", 2004).</summary>
internal sealed class CommonBytes
{
    private const int Word = 64;
    private readonly ulong[]?[] places = new ulong[]?[256];
    private readonly int words;

    public CommonBytes(ReadOnlySpan<byte> text)
    {
        (Length, words) = (text.Length, (text.Length + Word - 1) / Word);
        for (var i = 0; i < text.Length; i++)
        {
            (places[text[i]] ??= new ulong[words])[i / Word] |= 1UL << (i % Word);
        }
    }

    public int Length { get; }

    /// <summary>How many bytes the other has in common with the text, in order.</summary>
    public int With(ReadOnlySpan<byte> other)
    {
        // A cleared bit marks a byte of the text that is matched.
        var open = new ulong[words];
        Array.Fill(open, ulong.MaxValue);
        foreach (var letter in other)
        {
            if (places[letter] is { } at)
            {
                Match(open, at);
            }
        }

        return open.Sum(word => Word - BitOperations.PopCount(word));
    }

    private static void Match(ulong[] open, ulong[] at)
    {
        var carry = 0UL;
        for (var i = 0; i < open.Length; i++)
        {
            var found = open[i] & at[i];
            var sum = (UInt128)open[i] + found + carry;
            carry = (ulong)(sum >> Word);
            open[i] = (ulong)sum | (open[i] & ~found);
        }
    }
}
