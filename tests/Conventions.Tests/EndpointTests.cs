using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
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

    /// <summary>Each permission is reviewed for whether it is over the whole instance, or its pages and stores ask again for which office.</summary>
    [Fact]
    public async Task Each_permission_says_how_far_it_reaches()
    {
        await using var platform = await TestPlatform.StartAsync();
        var modules = platform.Services.GetRequiredService<ModuleCatalog>().Modules;
        var reach = modules
            .SelectMany(m => m.Permissions.Select(p => $"{p} {(m.InstancePermissions.Contains(p) ? "instance" : "office")}")).Order(StringComparer.Ordinal);

        Assert.Equal(File.ReadAllLines(Path.Combine(TestFolder.RepositoryRoot, "tests/Conventions.Tests/permissions.txt")).Where(l => modules.Any(m => l.StartsWith($"{m.Name}.", StringComparison.Ordinal))), reach);
    }

    [Fact]
    public async Task What_is_over_the_whole_instance_is_not_there_for_those_who_hold_it_in_one_office()
    {
        await using var platform = await TestPlatform.StartAsync();
        var everywhere = platform.Services.GetRequiredService<ModuleCatalog>().Modules.SelectMany(m => m.InstancePermissions).ToHashSet();
        using var client = await platform.ClientAsync(await platform.OfficialAsync("administrator", "registry-office"));
        var doors = Endpoints(platform).Where(e => e.Metadata.OfType<IAuthorizeData>().Any(a => everywhere.Contains(a.Policy ?? ""))).Select(PathOf).Distinct().ToList();

        Assert.True(doors.Count >= everywhere.Count);
        foreach (var path in doors)
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await client.GetAsync(path)).StatusCode));
        }
    }

    private static string PathOf(RouteEndpoint endpoint) =>
        $"/{string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => s.Parts[0] switch { RoutePatternLiteralPart literal => literal.Content, RoutePatternParameterPart { Name: "lang" } => "en", _ => $"{Guid.Empty:D}" }))}";

    private static IEnumerable<RouteEndpoint> Endpoints(TestPlatform platform) =>
        platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Describe(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return $"{(methods.Count == 0 ? "*" : string.Join(',', methods))} /{endpoint.RoutePattern.RawText?.TrimStart('/')}";
    }
}
