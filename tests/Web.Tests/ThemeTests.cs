using System.IO.Compression;
using System.Text;
using Platform.Web.Sites;
using Platform.Web.Themes;

namespace Platform.Web.Tests;

public sealed class ThemeTests(Site site)
{
    private static readonly SiteLooks Looks = new(
        new Dictionary<string, string> { ["brand"] = "#6b1f3a", ["on-brand"] = "#ffffff" },
        ["Noto Sans", "Noto Sans Mongolian"], ["Noto Serif"], 1.75m, "0", 1.15m,
        [new SiteFont("Noto Sans Mongolian", 400, "theme/mong.woff2")], "media/logo.svg", null,
        new Dictionary<string, byte[]> { ["theme/mong.woff2"] = [1, 2], ["media/logo.svg"] = [3] });

    [Fact]
    public void The_tokens_of_a_pack_become_custom_properties()
    {
        var css = Encoding.UTF8.GetString(new Theme(Looks).Css);
        Assert.Contains("--brand:#6b1f3a;", css, StringComparison.Ordinal);
        Assert.Contains("--brand-deep:#4d1629;", css, StringComparison.Ordinal);
        Assert.Contains("--font:\"Noto Sans\",\"Noto Sans Mongolian\",system-ui,sans-serif;", css, StringComparison.Ordinal);
        Assert.Contains("--font-heading:\"Noto Serif\"", css, StringComparison.Ordinal);
        Assert.Contains("--radius:0;--space:1.15;--line-height:1.75;", css, StringComparison.Ordinal);
        Assert.Contains("theme/mong.woff2)", css, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_change_of_the_looks_gives_another_address()
    {
        var digest = new Theme(Looks).Digest;
        SiteLooks[] changed = [Looks with { Radius = "4px" }, Looks with { LineHeight = 1.6m }, Looks with { Logo = null }, Looks with { BodyFonts = ["Noto Sans"] },
            Looks with { Files = new Dictionary<string, byte[]> { ["theme/mong.woff2"] = [1, 2], ["media/logo.svg"] = [4] } }];
        Assert.All(changed, looks => Assert.NotEqual(digest, new Theme(looks).Digest));
    }

    [Fact]
    public async Task The_page_names_a_theme_that_is_served_and_kept()
    {
        var html = await site.TextAsync("/en");
        var address = html.Split("href=\"").First(h => h.StartsWith("/theme/", StringComparison.Ordinal)).Split('"')[0];
        using var response = await site.GetAsync(address);
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await site.GetAsync(address.Replace("theme.css", "pack.yaml", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task The_style_sheet_goes_packed_to_whoever_can_open_it()
    {
        var address = (await site.TextAsync("/en")).Split('"').First(h => h.StartsWith("/theme/", StringComparison.Ordinal) && h.EndsWith(".css", StringComparison.Ordinal));
        using var packed = await site.GetAsync(address, ("Accept-Encoding", "gzip, br"));
        await using var unpacked = new BrotliStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(await site.TextAsync(address), await reader.ReadToEndAsync());
        Assert.Equal("Accept-Encoding", packed.Headers.GetValues("Vary").Single());
    }

    [Fact]
    public async Task A_demonstration_says_so_on_every_page()
    {
        Assert.Contains("Demonstration, not a government site", await site.TextAsync("/en"), StringComparison.Ordinal);
        Assert.Contains("Demonstration, not a government site", await site.TextAsync("/en/nothing"), StringComparison.Ordinal);
    }
}
