namespace Platform.Modules.Notices.Preferences;

/// <summary>How somebody wants to be told. The inbox gets everything, whatever is chosen here.</summary>
/// <param name="Language">A tag of the pack; null: the pack's first.</param>
public sealed record Preference(bool Email, bool Sms, string? Language)
{
    /// <summary>Of those who chose nothing: whoever left an address wants to hear.</summary>
    public static Preference Unchosen { get; } = new(true, true, null);
}
