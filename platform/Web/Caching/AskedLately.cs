namespace Platform.Web.Caching;

/// <summary>
/// Remembers roughly what was asked for lately, a bit for each. One in ten may be taken for another: a page is then kept that need not be.
/// </summary>
internal sealed class AskedLately
{
    private const int Words = 1 << 15;
    private const int Most = Words * 32 / 10;

    private readonly int[] bits = new int[Words];
    private int count;

    /// <returns>Whether it was asked for before; from now on it was.</returns>
    public bool Again(PageKey key)
    {
        var hash = key.GetHashCode();
        var bit = 1 << (hash & 31);
        if ((Interlocked.Or(ref bits[(hash >>> 5) % Words], bit) & bit) != 0)
        {
            return true;
        }

        if (Interlocked.Increment(ref count) > Most)
        {
            Array.Clear(bits);
            count = 0;
        }

        return false;
    }
}
