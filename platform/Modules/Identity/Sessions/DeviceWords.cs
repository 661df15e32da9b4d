using Microsoft.Extensions.Localization;

namespace Platform.Modules.Identity.Sessions;

/// <summary>
/// What a browser calls itself, in words by which its owner knows it again. Browsers name their ancestors as well, so the order matters; who is not
/// in the list stays unknown rather than guessed.
/// </summary>
internal static class DeviceWords
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(IStringLocalizer t, string client) => (Find(Browsers, client), Find(Systems, client)) switch
    {
        ({ } browser, { } system) => t["{0} on {1}", browser, system],
        ({ } browser, null) => browser,
        (null, { } system) => system,
        _ => t["Unknown device"],
    };

    private static string? Find((string Mark, string Name)[] known, string client) =>
        known.Where(k => client.Contains(k.Mark, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
