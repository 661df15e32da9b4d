using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Web.Tests;

public sealed class HeadTests(Site site)
{
    [Fact]
    public async Task Whatever_can_be_read_by_anybody_can_be_asked_about()
    {
        var paths = Readable().Append(new Assets.AssetFiles().Url("platform.css")).ToList();
        Assert.True(paths.Count > 30, $"only {paths.Count}");
        foreach (var path in paths)
        {
            using var get = await site.GetAsync(path);
            using var head = await HeadAsync(path);
            Assert.True((get.StatusCode, get.Content.Headers.ContentType?.ToString()) == (head.StatusCode, head.Content.Headers.ContentType?.ToString()), $"{path}: {get.StatusCode}, {head.StatusCode}");
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task What_cannot_be_read_cannot_be_asked_about_either()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await HeadAsync("/en/no-such-page")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await HeadAsync("/api/v1/nothing")).StatusCode);
    }

    // Endpoints without parameters but the language.
    private IEnumerable<string> Readable() => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]) is [] or [.., "GET"] or ["GET", ..])
        .Where(e => e.RoutePattern.Parameters.All(p => p.Name == "lang"))
        .Select(e => "/" + e.RoutePattern.RawText!.Trim('/').Replace("{lang}", "en", StringComparison.Ordinal))
        .Distinct();

    private async Task<HttpResponseMessage> HeadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        return await site.Client().SendAsync(request);
    }
}
