using Microsoft.Playwright;

namespace Platform.Browser.Tests.Weight;

/// <summary>
/// A certificate of residence, applied for by somebody who waits for each page and, where none comes, tries again as the page before them offers.
/// </summary>
/// <param name="arrived">Called on every page, with the page behind all that it loads.</param>
internal sealed class Residence(IPage page, Func<Task> arrived)
{
    public const string House = "The third house behind the school";

    private const string Continue = "main form button:not([name])";
    private const int Patience = 8;

    private TaskCompletionSource loaded = new();

    /// <summary>What must stand in the application that was sent.</summary>
    public static IEnumerable<string> Told => ["Thin", "Line", "1951", "ໜອງປິງ", House, "1998"];

    /// <summary>What is typed and chosen before each press of a button.</summary>
    private static readonly (string Press, (string Name, string Value)[] Answers)[] Pages =
    [
        (Continue, [("full_name.given", "Thin"), ("full_name.family", "Line"), ("birth_date.year", "1951")]),
        ("main button[name=stay]", [("village.province", "01")]),
        ("main button[name=stay]", [("village.district", "0101")]),
        (Continue, [("village.village", "10101"), ("house", House), ("since.month", "6"), ("since.year", "1998"), ("tenure", "owned")]),
        (Continue, []),
        (Continue, [("purpose", "loan"), ("urgent", "no"), ("truthful", "yes")]),
    ];

    public async Task ApplyAsync()
    {
        page.Load += (_, _) => loaded.TrySetResult();
        page.RequestFailed += (_, request) => _ = request.IsNavigationRequest && loaded.TrySetResult();
        await ArriveAsync(() => page.GotoAsync("/lo/services/residence-certificate"));
        await PressAsync("main a[href$='/apply/residence-certificate']", []);
        await PressAsync("main button[value=no]", []);
        foreach (var (press, answers) in Pages)
        {
            await PressAsync(press, answers);
        }

        Assert.EndsWith("/check", page.Url, StringComparison.Ordinal);
        await PressAsync(Continue, []);
        Assert.EndsWith("/sent", page.Url, StringComparison.Ordinal);
    }

    private async Task PressAsync(string button, (string Name, string Value)[] answers)
    {
        foreach (var (name, value) in answers)
        {
            await AnswerAsync(name, value);
        }

        await ArriveAsync(() => page.Locator(button).Last.ClickAsync());
    }

    private async Task AnswerAsync(string name, string value)
    {
        var field = page.Locator($"main [name='{name}']:not([type=hidden])");
        if (await field.First.EvaluateAsync<string>("e => e.type") is "radio" or "checkbox")
        {
            await page.Locator($"main [name='{name}'][value='{value}']").CheckAsync();
        }
        else if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT")
        {
            await field.SelectOptionAsync(value);
        }
        else
        {
            await field.FillAsync(value);
        }
    }

    // No answer leads to the browser's own page, whose button sends again what was sent; no page after it, to ours, which leads there again.
    private async Task ArriveAsync(Func<Task> go)
    {
        await LoadAsync(go);
        for (var left = Patience; await IsLostAsync(); left--)
        {
            Assert.NotEqual(0, left);
            await LoadAsync(() => IsNowhere ? page.ReloadAsync() : page.Locator("main a[href='']").ClickAsync());
        }

        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await arrived();
    }

    private bool IsNowhere => page.Url.StartsWith("chrome-error:", StringComparison.Ordinal);

    private async Task<bool> IsLostAsync() => IsNowhere || await page.Locator("main [data-kept]").CountAsync() > 0;

    private async Task LoadAsync(Func<Task> go)
    {
        loaded = new();
        try
        {
            await go();
        }
        catch (PlaywrightException) when (IsNowhere)
        {
            return;
        }

        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
