using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Platform.Web.Caching;

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
        Assert.True((await site.GetAsync("/en/search?q=licence&utm_source=x")).Headers.Contains("Age"));
        Assert.False((await site.GetAsync("/en/search?q=other-words")).Headers.Contains("Age"));
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
        var policy = new PublicPagePolicy();
        var http = new DefaultHttpContext { RequestServices = site.Services };
        http.Request.Method = "GET";
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new PublicPageAttribute("q")), "page"));
        var context = new OutputCacheContext { HttpContext = http };
        await policy.CacheRequestAsync(context, default);
        Assert.Equal(site.Services.GetRequiredService<Web.Sites.ActiveSite>().Current.Release, context.CacheVaryByRules.CacheKeyPrefix);
        Assert.Equal("q", context.CacheVaryByRules.QueryKeys.ToString());
    }
}
