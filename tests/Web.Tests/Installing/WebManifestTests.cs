using System.Text.Json;
using System.Xml.Linq;

namespace Platform.Web.Tests.Installing;

public sealed class WebManifestTests(Site site)
{
    [Theory]
    [InlineData("lo", "ltr")]
    [InlineData("en", "ltr")]
    [InlineData("ar-XB", "rtl")]
    public async Task A_device_learns_the_sites_name_and_looks_in_the_persons_language(string language, string direction)
    {
        var page = await site.TextAsync($"/{language}/services");
        Assert.Contains($"<link rel=\"manifest\" href=\"/{language}/manifest.webmanifest\">", page, StringComparison.Ordinal);
        using var response = await site.GetAsync($"/{language}/manifest.webmanifest");
        Assert.Equal("application/manifest+json", response.Content.Headers.ContentType!.MediaType);
        var manifest = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal((language, direction), (Text(manifest, "lang"), Text(manifest, "dir")));
        Assert.Equal(("/", "/", $"/{language}"), (Text(manifest, "id"), Text(manifest, "scope"), Text(manifest, "start_url")));
        Assert.Contains($"<span class=\"p-header__name\">{Text(manifest, "name")}</span>", page, StringComparison.Ordinal);
        Assert.Contains($"<meta name=\"theme-color\" content=\"{Text(manifest, "theme_color")}\">", page, StringComparison.Ordinal);
        Assert.Matches("^#[0-9a-f]{6}$", Text(manifest, "background_color"));
    }

    [Fact]
    public async Task The_installed_site_is_one_in_all_languages_and_describes_itself_in_each()
    {
        var (lao, english) = (await ManifestAsync("lo"), await ManifestAsync("en"));
        Assert.Equal(Text(lao, "id"), Text(english, "id"));
        Assert.NotEqual(Text(lao, "description"), Text(english, "description"));
    }

    [Fact]
    public async Task Its_icons_are_drawings_with_the_packs_own_inside()
    {
        var icons = (await ManifestAsync("en")).GetProperty("icons").EnumerateArray().ToList();
        Assert.Equal(["any", "maskable"], icons.Select(i => Text(i, "purpose")));
        foreach (var icon in icons)
        {
            using var response = await site.GetAsync(Text(icon, "src"));
            Assert.Equal(Text(icon, "type"), response.Content.Headers.ContentType!.MediaType);
            var drawing = XElement.Parse(await response.Content.ReadAsStringAsync());
            Assert.Contains(drawing.Elements(), e => e.Name.LocalName == "image" && e.Attribute("href")!.Value.StartsWith("data:image/svg+xml;base64,", StringComparison.Ordinal));
        }
    }

    private async Task<JsonElement> ManifestAsync(string language) => JsonElement.Parse(await site.TextAsync($"/{language}/manifest.webmanifest"));

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
