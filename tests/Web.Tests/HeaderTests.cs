namespace Platform.Web.Tests;

public sealed class HeaderTests(Site site)
{
    [Theory]
    [InlineData("/en")]
    [InlineData("/en/nothing")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health/live")]
    public async Task Every_answer_forbids_inline_script_and_framing(string path)
    {
        using var response = await site.GetAsync(path);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/en/status/200")]
    [InlineData("/api/v1/status/200")]
    [InlineData("/en/status/404")]
    public async Task What_is_not_said_to_be_for_everybody_is_kept_by_nobody(string path)
    {
        await using var bare = await BareSite.StartAsync("Production");
        using var response = await bare.GetAsync(path);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_drawing_of_the_pack_that_is_opened_by_itself_runs_nothing()
    {
        var drawing = (await site.TextAsync("/en")).Split('"').First(p => p.StartsWith("/theme/", StringComparison.Ordinal) && p.EndsWith(".svg", StringComparison.Ordinal));
        using var response = await site.GetAsync(drawing);
        Assert.Equal("default-src 'none'; sandbox", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_style_sheet_carries_no_rules_for_documents()
    {
        using var response = await site.GetAsync(new Assets.AssetFiles().Url("platform.css"));
        Assert.False(response.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/lo/services")]
    [InlineData("/en/dev/components")]
    public async Task No_page_carries_inline_script_or_style(string path)
    {
        var html = await site.TextAsync(path);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onclick=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Text_in_any_script_is_written_as_itself()
    {
        var html = await site.TextAsync("/lo");
        Assert.DoesNotContain("&#x", html, StringComparison.Ordinal);
        Assert.Contains(html, c => c is >= '\u0E80' and <= '\u0EFF');
    }
}
