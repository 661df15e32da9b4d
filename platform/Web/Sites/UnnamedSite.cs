using Platform.Web.Languages;

namespace Platform.Web.Sites;

/// <summary>The site while no pack is active: English, with the style sheet's own looks.</summary>
internal static class UnnamedSite
{
    public static Site Site { get; } = new()
    {
        Release = "0",
        Languages = [PageLanguage.Of("en")],
        Name = () => "Portal",
        Looks = new(new Dictionary<string, string>(), ["Noto Sans"], [], 1.6m, "4px", 1, [], null, null, new Dictionary<string, byte[]>()),
    };
}
