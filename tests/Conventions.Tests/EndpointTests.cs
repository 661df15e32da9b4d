using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Testing;

namespace Platform.Conventions.Tests;

public sealed class EndpointTests
{
    /// <summary>Endpoints that anybody may call. A new line here is reviewed like a new door.</summary>
    private static readonly string[] Public = File.ReadAllLines(Path.Combine(TestFolder.RepositoryRoot, "tests/Conventions.Tests/public-endpoints.txt"));

    [Fact]
    public async Task Every_endpoint_says_who_may_call_it()
    {
        await using var platform = await TestPlatform.StartAsync();
        var silent = Endpoints(platform).Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null);

        Assert.Empty(silent.Select(Describe));
    }

    [Fact]
    public async Task Only_reviewed_endpoints_are_public()
    {
        await using var platform = await TestPlatform.StartAsync();
        var open = Endpoints(platform).Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Describe).Distinct().Order(StringComparer.Ordinal).ToList();

        open.ForEach(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        Assert.Equal(Public.Where(l => l.Length > 0 && !l.StartsWith('#')).Order(StringComparer.Ordinal), open);
    }

    private static IEnumerable<RouteEndpoint> Endpoints(TestPlatform platform) =>
        platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Describe(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return $"{(methods.Count == 0 ? "*" : string.Join(',', methods))} /{endpoint.RoutePattern.RawText?.TrimStart('/')}";
    }
}
