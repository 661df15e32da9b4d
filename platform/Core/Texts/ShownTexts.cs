namespace Platform.Core.Texts;

/// <summary>What a page has shown so far, so that it can say that it holds drafts.</summary>
public sealed class ShownTexts
{
    // Localizers are one for the process; a page is known only by where in the flow of calls it is drawn.
    private static readonly AsyncLocal<ShownTexts?> Page = new();

    /// <summary>A text was shown whose translation is a draft.</summary>
    public bool HasDrafts { get; private set; }

    /// <summary>Begins a page: it counts what is shown from here on by the caller and by what the caller calls.</summary>
    public static ShownTexts Begin() => Page.Value = new();

    internal static LocalText Shown(LocalText text)
    {
        if (text.IsDraft && Page.Value is { } page)
        {
            page.HasDrafts = true;
        }

        return text;
    }
}
