namespace Platform.Modules.Statistics.Tests.Figures;

/// <summary>What can be worked out by adding and subtracting sums that are known: their span, reduced as they come, modulo a large prime.</summary>
internal sealed class LinearSpan(int unknowns)
{
    private const long Prime = 2_147_483_647;

    private readonly long[]?[] byPivot = new long[unknowns][];

    public void Learn(int[] sum)
    {
        if (Reduce(sum) is var (rest, pivot) && pivot >= 0)
        {
            var inverse = Power(rest[pivot], Prime - 2);
            byPivot[pivot] = [.. rest.Select(v => v * inverse % Prime)];
        }
    }

    public bool Holds(int[] sum) => Reduce(sum).Pivot < 0;

    // What is left of a sum when what is known is taken away, and where it begins; -1 where nothing is left.
    private (long[] Left, int Pivot) Reduce(int[] sum)
    {
        var rest = sum.Select(v => (long)v).ToArray();
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] != 0)
            {
                if (byPivot[i] is not { } known)
                {
                    return (rest, i);
                }

                var times = Prime - rest[i];
                for (var j = i; j < rest.Length; j++)
                {
                    rest[j] = (rest[j] + times * known[j]) % Prime;
                }
            }
        }

        return (rest, -1);
    }

    private static long Power(long value, long exponent)
    {
        var result = 1L;
        for (; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) == 1 ? result * value % Prime : result;
            value = value * value % Prime;
        }

        return result;
    }
}
