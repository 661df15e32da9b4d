using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Web.Tests;

public sealed class RememberedLanguageTests
{
    [Fact]
    public async Task The_first_page_of_ones_own_remembers_the_language_and_the_root_leads_there()
    {
        await using var platform = await TestPlatform.StartAsync();
        using var client = platform.Client();
        var own = platform.Services.GetRequiredService<ActivePack>().Current.Pack.Languages.Last(tag => tag != "en");
        client.DefaultRequestHeaders.Add("Accept-Language", own);

        await client.GetAsync("/en/services");
        Assert.Null(client.Cookie("lang"));
        Assert.Equal($"/{own}", (await client.GetAsync("/")).Headers.Location!.ToString());

        await client.GetAsync("/en/sign-in");
        Assert.Equal("en", client.Cookie("lang"));
        Assert.Equal("/en", (await client.GetAsync("/")).Headers.Location!.ToString());
    }
}
