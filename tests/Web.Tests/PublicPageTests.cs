using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Platform.Web.Caching;
using Platform.Web.Sites;

namespace Platform.Web.Tests;

public sealed class PublicPageTests(Site site)
{
    [Fact]
    public async Task A_public_page_sets_no_cookie_and_comes_from_the_cache_the_second_time()
    {
        using var first = await site.GetAsync("/en/services");
        using var second = await site.GetAsync("/en/services", ("Cookie", "session=x"), ("Authorization", "Bearer x"));
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.True(second.Headers.Contains("Age"));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Only_declared_keys_of_the_query_make_another_page()
    {
        await site.GetAsync("/en/search?q=licence");
        await site.GetAsync("/en/search?q=licence&utm_source=x");
        Assert.True((await site.GetAsync("/en/search?utm_source=y&q=licence")).Headers.Contains("Age"));
        Assert.False((await site.GetAsync("/en/search?q=other-words")).Headers.Contains("Age"));
    }

    [Fact]
    public async Task A_query_is_worth_keeping_when_it_is_asked_again()
    {
        var path = $"/en/search?q={Guid.CreateVersion7():N}";
        foreach (var kept in new[] { false, false, true })
        {
            using var response = await site.GetAsync(path);
            Assert.Equal(kept, response.Headers.Contains("Age"));
            Assert.Equal("public, no-cache", response.Headers.GetValues("Cache-Control").Single().Replace("no-cache, public", "public, no-cache", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_one_visitor_adds_to_the_address_is_not_drawn_for_the_others()
    {
        await site.TextAsync("/en/search?q=forms&token=of-one");
        await site.TextAsync("/en/search?q=forms&token=of-one");
        var others = await site.TextAsync("/en/search?q=forms");
        Assert.Contains("/lo/search?q=forms\"", others, StringComparison.Ordinal);
        Assert.DoesNotContain("of-one", others, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*", "")]
    [InlineData("gzip;q=0, *", "gzip")]
    [InlineData("br;q=0, gzip", "br")]
    public async Task Nobody_gets_a_page_packed_as_another_visitor_wished(string wished, string accepted)
    {
        var path = $"/en/search?q={Guid.CreateVersion7():N}";
        using var first = await site.GetAsync(path, ("Accept-Encoding", wished));
        using var again = await site.GetAsync(path, ("Accept-Encoding", wished));
        using var second = await site.GetAsync(path, ("Accept-Encoding", accepted));
        Assert.All(second.Content.Headers.ContentEncoding, encoding => Assert.Equal(accepted, encoding));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_public_page_is_compressed(string encoding)
    {
        using var home = await site.GetAsync("/lo", ("Accept-Encoding", encoding));
        Assert.Equal([encoding], home.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_page_with_a_form_of_a_person_is_neither_cached_nor_compressed()
    {
        using var response = await site.GetAsync("/en/dev/components", ("Accept-Encoding", "br"));
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.False((await site.GetAsync("/en/dev/components")).Headers.Contains("Age"));
    }

    [Fact]
    public async Task Another_release_is_another_page()
    {
        var release = "1";
        var pages = new PublicPages(new(() => UnnamedSite.Site with { Release = release }), TimeProvider.System);
        Assert.Equal("drawn", await DrawAsync(pages, "drawn"));
        Assert.Equal("drawn", await DrawAsync(pages, "not needed"));
        release = "2";
        Assert.Equal("drawn anew", await DrawAsync(pages, "drawn anew"));
    }

    [Fact]
    public async Task Who_has_the_page_is_told_that_it_did_not_change()
    {
        var tag = (await site.GetAsync("/en/services")).Headers.ETag!.ToString();
        using var again = await site.GetAsync("/en/services", ("If-None-Match", $"\"other\", W/{tag}"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/en/services", ("If-None-Match", "\"other\""))).StatusCode);
    }

    [Fact]
    public async Task An_error_and_a_page_with_a_cookie_are_sent_but_not_kept()
    {
        var pages = new PublicPages(new(() => UnnamedSite.Site), TimeProvider.System);
        Assert.Equal("failed", await DrawAsync(pages, "failed", response => response.StatusCode = 500));
        Assert.Equal("personal", await DrawAsync(pages, "personal", response => response.Headers.SetCookie = "a=b"));
        Assert.Equal("for all", await DrawAsync(pages, "for all"));
    }

    private static async Task<string> DrawAsync(PublicPages pages, string text, Action<HttpResponse>? change = null)
    {
        var body = new MemoryStream();
        var http = new DefaultHttpContext { Response = { Body = body }, Request = { Method = "GET", Path = "/en" } };
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new PublicPageAttribute()), "page"));
        await pages.SendKeptAsync(http, context => pages.DrawAsync(context, drawn =>
        {
            change?.Invoke(drawn.Response);
            return drawn.Response.WriteAsync(text);
        }));
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
