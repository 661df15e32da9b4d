using Platform.Testing;
using Platform.Web.Tests;

[assembly: AssemblyFixture(typeof(Site))]

namespace Platform.Web.Tests;

/// <summary>The whole platform with the pack of e-laos, once for all tests here.</summary>
public sealed class Site : IAsyncLifetime
{
    private TestPlatform platform = null!;

    public IServiceProvider Services => platform.Services;

    public async ValueTask InitializeAsync() => platform = await TestPlatform.StartAsync();

    public ValueTask DisposeAsync() => platform.DisposeAsync();

    public TestClient Client() => platform.Client();

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client().SendAsync(request);
    }

    public async Task<string> TextAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();
}
