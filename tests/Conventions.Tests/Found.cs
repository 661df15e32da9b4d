namespace Platform.Conventions.Tests;

/// <summary>What a convention was broken by, shown whole: xunit shortens what it prints of a collection.</summary>
internal static class Found
{
    public static void Nothing(IEnumerable<string> found)
    {
        var all = string.Join('\n', found.Order(StringComparer.Ordinal));
        Assert.True(all.Length == 0, all);
    }
}
