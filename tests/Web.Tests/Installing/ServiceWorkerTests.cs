using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Web.Assets;
using Platform.Web.Installing;
using Platform.Web.Sites;
using Platform.Web.Themes;

namespace Platform.Web.Tests.Installing;

public sealed class ServiceWorkerTests(Site site)
{
    [Fact]
    public async Task Everything_it_keeps_is_there_for_everybody()
    {
        using var response = await site.GetAsync("/service-worker.js");
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("no-cache", response.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        var settings = Settings(await response.Content.ReadAsStringAsync());
        Assert.All(["lo", "en"], tag => Assert.Contains(tag, Strings(settings, "languages")));

        foreach (var path in Strings(settings, "files").Concat(Strings(settings, "languages").Select(tag => $"/{tag}/offline")))
        {
            using var kept = await site.GetAsync(path);
            Assert.True(kept.IsSuccessStatusCode, path);
            Assert.Contains("public", kept.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_keeps_what_the_page_without_network_is_drawn_with()
    {
        var files = Strings(Settings(await site.TextAsync("/service-worker.js")), "files");
        foreach (var language in new[] { "lo", "ar-XB" })
        {
            var html = await site.TextAsync($"/{language}/offline");
            var used = html.Split('"').Where(p => p.StartsWith("/assets/", StringComparison.Ordinal) || p.StartsWith("/theme/", StringComparison.Ordinal)).ToList();
            Assert.True(used.Count >= 4);
            Assert.All(used, path => Assert.Contains(path, files));
        }
    }

    [Fact]
    public void A_browser_takes_a_new_one_with_each_release()
    {
        var (now, assets) = (site.Services.GetRequiredService<ActiveSite>().Current, new AssetFiles());
        var first = ServiceWorker.Write(now, new Theme(now.Looks), assets);
        Assert.Equal(first, ServiceWorker.Write(now, new Theme(now.Looks), assets));
        Assert.NotEqual(first, ServiceWorker.Write(now with { Release = now.Release + "+" }, new Theme(now.Looks), assets));
    }

    [Theory]
    [InlineData("/lo")]
    [InlineData("/en/sign-in")]
    public async Task Pages_may_have_a_worker_and_a_manifest_of_their_own_site_only(string path)
    {
        using var response = await site.GetAsync(path);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("; worker-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("; manifest-src 'self';", policy, StringComparison.Ordinal);
    }

    // "const site = {...};" stands in the first line.
    private static JsonElement Settings(string program) => JsonElement.Parse(program.Split('\n')[0]["const site = ".Length..^1]);

    private static List<string> Strings(JsonElement settings, string name) => [.. settings.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];
}
