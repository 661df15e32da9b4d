using System.IO.Compression;
using System.Text;
using Platform.Web.Assets;

namespace Platform.Web.Tests;

public sealed class AssetTests(Site site)
{
    private static readonly AssetFiles Assets = new();

    public static TheoryData<string> TextFiles => [.. Assets.Names.Where(n => !n.EndsWith(".woff2", StringComparison.Ordinal) && n != "icons.json")];

    [Theory]
    [MemberData(nameof(TextFiles))]
    public void Nothing_of_the_livery_of_another_government_is_left(string name)
    {
        var text = Encoding.UTF8.GetString(Assets.Content(name));
        Assert.All(["GDS Transport", "crown", "crest", "gov.uk/", "royal"], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_font_of_the_style_sheet_is_there_and_shows_text_while_it_loads()
    {
        var css = Encoding.UTF8.GetString(Assets.Content("platform.css"));
        var faces = css.Split("@font-face").Skip(1).Select(f => f[..f.IndexOf('}', StringComparison.Ordinal)]).ToList();
        Assert.True(faces.Count >= 10);
        Assert.All(faces, face =>
        {
            Assert.Contains("font-display:swap", face, StringComparison.Ordinal);
            Assert.Contains("unicode-range:", face, StringComparison.Ordinal);
            Assert.NotNull(Assets.Find(face.Split("url(")[1].Split(')')[0]));
        });
    }

    [Fact]
    public void The_script_loads_others_by_a_name_that_is_served()
    {
        var script = Encoding.UTF8.GetString(Assets.Content("platform.js"));
        Assert.All(new[] { "checkboxes.js", "error-summary.js", "notification-banner.js", "radios.js", "suggestions.js", "photos.js", "kept.js" }, file => Assert.Contains($"import(\".{Assets.Url(file)["/assets".Length..]}\")", script, StringComparison.Ordinal));
    }

    [Fact]
    public void The_style_sheet_for_scripts_from_right_to_left_is_turned_around()
    {
        var (left, right) = (Encoding.UTF8.GetString(Assets.Content("platform.css")), Encoding.UTF8.GetString(Assets.Content("platform.rtl.css")));
        Assert.Contains("govuk-form-group--error{padding-left", left, StringComparison.Ordinal);
        Assert.Contains("govuk-form-group--error{padding-right", right, StringComparison.Ordinal);
    }

    // What a component builds on stands in the first sheet once: a second copy in the other would undo what the theme says of it.
    [Fact]
    public void Public_pages_do_not_load_the_styles_of_questions()
    {
        var (all, office) = (Encoding.UTF8.GetString(Assets.Content("platform.css")), Encoding.UTF8.GetString(Assets.Content("office.css")));
        foreach (var question in new[] { "radios", "checkboxes", "date-input", "textarea", "file-upload", "task-list", "panel", "error-summary", "notification-banner", "pagination", "table", "warning-text" })
        {
            Assert.Contains($".govuk-{question}", office, StringComparison.Ordinal);
            Assert.DoesNotContain($".govuk-{question}", all, StringComparison.Ordinal);
        }

        Assert.All([".govuk-hint{", ".govuk-label{", ".govuk-fieldset{"], rule => Assert.DoesNotContain($"}}{rule}", office, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compressed_asset_is_the_same_and_kept_for_ever(string encoding)
    {
        using var response = await site.GetAsync(Assets.Url("platform.css"), ("Accept-Encoding", encoding));
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Equal(["public, max-age=31536000, immutable"], response.Headers.GetValues("Cache-Control"));
        await using var packed = await response.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        await unpacked.CopyToAsync(plain);
        Assert.Equal(Assets.Content("platform.css"), plain.ToArray());
    }

    [Theory]
    [InlineData("/assets/platform.css")]
    [InlineData("/assets/manifest.json.txt")]
    [InlineData("/assets/..%2f..%2fappsettings.json")]
    public async Task Only_fingerprinted_names_are_served(string path) =>
        Assert.Equal(404, (int)(await site.GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("en", "noto-sans-latin-400-normal.woff2,noto-sans-latin-700-normal.woff2")]
    [InlineData("lo", "noto-sans-latin-400-normal.woff2,noto-sans-latin-700-normal.woff2,noto-sans-lao-lao-400-normal.woff2,noto-sans-lao-lao-700-normal.woff2")]
    public async Task The_first_page_weighs_at_most_60_KB_over_the_wire(string language, string fonts)
    {
        var page = await (await site.GetAsync($"/{language}", ("Accept-Encoding", "br"))).Content.ReadAsByteArrayAsync();
        var theme = (await site.TextAsync($"/{language}")).Split('"').Where(h => h.StartsWith("/theme/", StringComparison.Ordinal)).Distinct();
        var looks = await Task.WhenAll(theme.Select(site.TextAsync));
        var files = fonts.Split(',').Sum(f => Assets.Content(f).Length)
            + Assets.Find(Assets.Url("platform.css")["/assets/".Length..] + ".br")!.Length
            + Assets.Find(Assets.Url("platform.js")["/assets/".Length..] + ".br")!.Length;
        var all = page.Length + files + looks.Sum(l => l.Length);
        Assert.True(all <= 60 * 1024, $"{all} bytes, the page itself {page.Length}");
    }
}
