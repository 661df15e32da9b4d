using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Web.Languages;
using Platform.Web.Sites;
using Platform.Web.Themes;

namespace Platform.Web.Installing;

/// <summary>What a device must know to keep the site among its programs. W3C Web Application Manifest; in every language it is the same program.</summary>
internal static class WebManifest
{
    public const string MediaType = "application/manifest+json";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(Site site, Theme theme, PageLanguage language) => JsonSerializer.Serialize(
        new
        {
            Id = "/",
            Name = site.Name(),
            ShortName = site.Name(),
            Description = site.Tagline(),
            Lang = language.Tag,
            Dir = language.Direction,
            StartUrl = $"/{language.Tag}",
            Scope = "/",
            Display = "standalone",
            // With the way back, where a device can show it.
            DisplayOverride = (string[])["minimal-ui"],
            ThemeColor = site.Looks.Colours.GetValueOrDefault("brand"),
            BackgroundColor = site.Looks.Colours.GetValueOrDefault("surface"),
            Icons = Icons(theme),
        },
        Options);

    private static object[] Icons(Theme theme) => [Icon(theme.Url(AppIcon.Plain), "any"), Icon(theme.Url(AppIcon.Maskable), "maskable")];

    private static object Icon(string url, string purpose) => new { Src = url, Sizes = "any", Type = "image/svg+xml", Purpose = purpose };
}
