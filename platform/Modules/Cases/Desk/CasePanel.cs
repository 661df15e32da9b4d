namespace Platform.Modules.Cases.Desk;

/// <summary>Something that another module knows of a case, shown beside it on the desk.</summary>
/// <param name="Title">In the language of the request.</param>
public sealed record CasePanel(string Title, IReadOnlyList<CasePanelLine> Lines);

/// <param name="Text">In the language of the request.</param>
/// <param name="Path">Within a language, as <c>/desk/payments/…</c>; null where the official cannot go there.</param>
public sealed record CasePanelLine(string Text, string? Path = null);

/// <summary>Modules register what they show beside a case: its receipts, its documents.</summary>
public interface ICasePanel
{
    /// <param name="stored">A case that the official may see.</param>
    /// <returns>Null where there is nothing to show.</returns>
    Task<CasePanel?> OfAsync(StoredCase stored, CancellationToken cancellationToken = default);
}

internal static class CasePanels
{
    /// <summary>What all of them show. One after another: they share what belongs to the request.</summary>
    public static async Task<IReadOnlyList<CasePanel>> OfAsync(this IEnumerable<ICasePanel> panels, StoredCase stored, CancellationToken cancellationToken)
    {
        var shown = new List<CasePanel>();
        foreach (var panel in panels)
        {
            if (await panel.OfAsync(stored, cancellationToken) is { } one)
            {
                shown.Add(one);
            }
        }

        return shown;
    }
}
