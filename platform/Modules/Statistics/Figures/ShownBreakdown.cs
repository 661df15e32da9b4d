namespace Platform.Modules.Statistics.Figures;

/// <summary>A breakdown with its words, as a page and a file show it.</summary>
/// <param name="Head">What one group is: a service, a place.</param>
/// <param name="NameOf">What a group is called.</param>
public sealed record ShownBreakdown(string Title, string Head, Breakdown Of, Func<string, string> NameOf)
{
    /// <summary>Of the largest figure: how long a bar is, in percent.</summary>
    public int Percent(long count) => (int)Math.Round(100m * count / Math.Max(1, Math.Max(Of.Others ?? 0, Of.Groups.Max(g => g.Count))));
}
