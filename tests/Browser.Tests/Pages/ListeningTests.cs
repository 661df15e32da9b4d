using Microsoft.Playwright;
using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Pages;

public sealed class ListeningTests(Portal portal)
{
    public static TheoryData<Screen> English => [new Screen("en", Screen.Phone, true), new Screen("en", Screen.Desktop, true)];

    [Theory]
    [MemberData(nameof(English))]
    public async Task Nothing_is_fetched_before_somebody_listens_and_then_it_is_heard(Screen screen)
    {
        await using var noy = await portal.OpenAsync(screen, "listening", "kham");
        var fetched = new List<string>();
        noy.Page.Response += (_, response) => fetched.AddRange(response.Url.EndsWith(".opus", StringComparison.Ordinal) ? [$"{response.Status}"] : Array.Empty<string>());
        await noy.VisitAsync("/services/residence-certificate");
        await noy.VisitAsync("/apply/residence-certificate");
        await noy.PressAsync(noy.T("Start now"));
        await noy.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(fetched);

        var listen = noy.Page.GetByLabel("Listen: When were you born?");
        await listen.EvaluateAsync("audio => { audio.muted = true; return audio.play(); }");
        await noy.Page.WaitForFunctionAsync("audio => audio.currentTime > 0.2 && audio.duration > 2", await listen.ElementHandleAsync());

        Assert.All(fetched, status => Assert.Contains(status, (string[])["200", "206"]));
        Assert.Contains(noy.T("Synthesised speech"), await noy.TextAsync(), StringComparison.Ordinal);
        await noy.TypeAsync("full_name.given", "Kham");
        await noy.TypeAsync("birth_date.year", "1957");
        await noy.PressAsync(noy.T("Continue"));
        Assert.Equal(1, await noy.Page.GetByLabel("Listen: I rent it").CountAsync());
    }
}
