namespace Platform.Cli.Import.Keeping;

/// <summary>What an import does with one thing that stands in a pack.</summary>
internal enum Fate
{
    /// <summary>It was not there: written.</summary>
    New,

    /// <summary>The source has changed and nobody here: written.</summary>
    Changed,

    /// <summary>It stands there as the source says.</summary>
    Same,

    /// <summary>Somebody has changed it here, and the source has not changed since: left.</summary>
    Edited,

    /// <summary>Changed here and in the source: left, and told.</summary>
    Both,

    /// <summary>It stands there and came from elsewhere: left, and told.</summary>
    Foreign,

    /// <summary>Somebody has taken it away here: left away.</summary>
    Removed,
}

internal static class Fates
{
    /// <param name="here">What stands in the pack; null: nothing.</param>
    /// <param name="last">What the last import wrote; null: it wrote nothing.</param>
    /// <param name="now">What the source says.</param>
    public static Fate Of(string? here, string? last, string now) => (here, last) switch
    {
        (null, null) => Fate.New,
        (null, _) => Fate.Removed,
        _ when here == now => Fate.Same,
        (_, null) => Fate.Foreign,
        _ when here == last => Fate.Changed,
        _ when last == now => Fate.Edited,
        _ => Fate.Both,
    };

    /// <summary>True where the pack takes what the source says.</summary>
    public static bool Writes(this Fate fate) => fate is Fate.New or Fate.Changed;
}
