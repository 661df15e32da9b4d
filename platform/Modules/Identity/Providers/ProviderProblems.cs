using Microsoft.Extensions.Localization;

namespace Platform.Modules.Identity.Providers;

/// <summary>Why somebody who went to a provider is not signed in. The words stand in addresses; they say nothing of the person.</summary>
internal static class ProviderProblems
{
    public const string Declined = "declined";
    public const string Stale = "stale";
    public const string Expired = "expired";
    public const string Unreachable = "unreachable";
    public const string Unusable = "unusable";
    public const string Missing = "missing";
    public const string Another = "another";
    public const string Wait = "wait";

    /// <returns>Null for what is none of these.</returns>
    /// <param name="provider">What people call it.</param>
    public static LocalizedString? Text(IStringLocalizer t, string? problem, string provider) => problem switch
    {
        Declined => t["You did not allow {0} to tell us who you are. Sign in with it again, or in another way", provider],
        Stale => t["This sign-in was begun long ago, in another browser, or is used already. Sign in again"],
        Expired => t["Signing in took too long. Sign in again"],
        Unreachable => t["{0} cannot be reached at the moment. Try again in a few minutes, or sign in in another way", provider],
        Unusable => t["{0} did not tell us who you are in a way that we can use. Try again later, or sign in in another way", provider],
        Missing => t["{0} could not get from the registries what we need to know who you are. Try again later, or sign in in another way", provider],
        Another => t["{0} tells us another identity number than the one confirmed for this account, or one that belongs to another account. Sign out, then sign in with {0}", provider],
        Wait => t["Too many attempts. Wait {0} minutes, then try again", 1],
        _ => null,
    };
}
