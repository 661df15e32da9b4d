using System.Net;
using Platform.Testing;

namespace Platform.Host.Tests;

/// <summary>A pack that has only the catalogue on: of all other modules there is no page, no endpoint, no entry of a menu.</summary>
public sealed class ModulesOffTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task What_a_pack_has_off_is_not_there()
    {
        Assert.SkipUnless(Inventory.IsHere, Inventory.Stayed);
        InventoryPack.Write(Inventory.Folder, folder["catalogue-only"]);
        await using var platform = await TestPlatform.StartAsync(pack: folder["catalogue-only"]);
        var client = platform.Client();

        foreach (var path in new[] { "/en/sign-up", "/en/sign-in", "/en/account", "/en/desk", "/en/my/cases", "/en/verify", "/api/v1/identity/session", "/api/v1/cases/00000000-0000-7000-8000-000000000000" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await client.GetAsync(path)).StatusCode));
        }

        var home = await client.GetAsync("/en");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.DoesNotContain("/en/account", await home.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("/en/verify", await home.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/catalogue/services")).StatusCode);
    }

    [Fact]
    public async Task What_it_has_on_is()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var client = platform.Client();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/sign-up")).StatusCode);
        Assert.Contains("<a href=\"/en/verify\">", await client.GetStringAsync("/en"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/identity/session")).StatusCode);
    }

    public void Dispose() => folder.Dispose();
}
