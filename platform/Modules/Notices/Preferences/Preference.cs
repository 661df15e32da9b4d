namespace Platform.Modules.Notices.Preferences;

/// <summary>How somebody wants to be told. The inbox gets everything, whatever is chosen here.</summary>
/// <param name="Language">Of those who chose it before <see cref="Core.People.PersonDetails.Language"/> was there; not written any more.</param>
public sealed record Preference(bool Email, bool Sms, string? Language = null)
{
    /// <summary>Of those who chose nothing: whoever left an address wants to hear.</summary>
    public static Preference Unchosen { get; } = new(true, true);
}
