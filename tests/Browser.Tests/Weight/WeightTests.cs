using Microsoft.Playwright;
using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Weight;

/// <summary>What a person with a dear and thin line pays for: bytes on the line, headers and all.</summary>
public sealed class WeightTests(Portal portal, ITestOutputHelper output)
{
    private const int First = 60_000, Later = 12_000, Whole = 250_000;
    private static readonly Screen Phone = new("lo", Screen.Phone, true);

    [Fact]
    public async Task A_whole_application_is_light()
    {
        await using var line = new Line(portal.Address, thin: false);
        var page = await portal.PageAtAsync(line.Address, Phone, "bounmy", worker: false);
        List<(string Page, long Bytes)> pages = [];
        await new Residence(page, () =>
        {
            pages.Add((new Uri(page.Url).AbsolutePath, line.Received - pages.Sum(p => p.Bytes)));
            return Task.CompletedTask;
        }).ApplyAsync();
        await page.Context.CloseAsync();

        pages.ForEach(p => output.WriteLine($"{p.Bytes,7} {p.Page}"));
        Assert.InRange(pages[0].Bytes, 1, First);
        Assert.All(pages.Skip(1), p => Assert.InRange(p.Bytes, 1, Later));
        Assert.InRange(line.Received, 1, Whole);
    }

    [Fact]
    public async Task Over_a_thin_line_that_breaks_the_application_is_sent_once_and_no_answer_is_lost()
    {
        await using var line = new Line(portal.Address, thin: true);
        var page = await portal.PageAtAsync(line.Address, Phone, "bounmy", worker: true);
        page.SetDefaultTimeout(90_000);
        await new Residence(page, () => Task.CompletedTask).ApplyAsync();
        var reference = (await page.Locator("main .govuk-panel strong").InnerTextAsync()).Trim();
        await page.Context.CloseAsync();

        output.WriteLine($"{line.Received} bytes, {line.Late} segments late, {line.Breaks} answers never came");
        Assert.NotEqual(0, line.Late);
        Assert.NotEqual(0, line.Breaks);
        await using var bounmy = await portal.OpenAsync(Phone, "after-the-thin-line", "bounmy");
        await bounmy.VisitAsync("/my/cases");
        Assert.Equal(1, await bounmy.Page.GetByText(reference, new() { Exact = true }).CountAsync());
        await bounmy.FollowAsync($"/my/cases/{reference.Replace("-", "", StringComparison.Ordinal)}");
        var told = await bounmy.TextAsync();
        Assert.All(Residence.Told, answer => Assert.Contains(answer, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_kept_for_the_time_without_network_is_less_than_half_a_first_page()
    {
        await using var line = new Line(portal.Address, thin: false);
        var page = await portal.PageAtAsync(line.Address, Phone, null, worker: true);
        await page.GotoAsync("/lo/services/residence-certificate");
        var first = line.Received;
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Context.CloseAsync();

        output.WriteLine($"{first} {line.Received}");
        Assert.InRange(line.Received - first, 1, First / 2);
    }
}
