using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.Core.Texts;

namespace Platform.Browser.Tests.Kit;

/// <summary>
/// Somebody who looks at the site. Every page they come to is examined against <see cref="PageRules"/>, and pictured where
/// <c>PLATFORM_TEST_SHOTS</c> names a folder.
/// </summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PLATFORM_TEST_SHOTS");

    private readonly Portal portal;
    private readonly string journey;
    private readonly IPage examiner;
    private readonly List<string> complaints = [];
    private TaskCompletionSource loaded = new();
    private bool offline;
    private int status;
    private int visited;

    internal Visitor(Portal portal, Screen screen, string journey, IPage page, IPage examiner)
    {
        (this.portal, this.journey, Screen, Page, this.examiner) = (portal, journey, screen, page, examiner);
        page.Load += (_, _) => loaded.TrySetResult();
        page.Console += (_, message) => Complain(message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal), message.Text);
        page.PageError += (_, error) => Complain(true, error);
        page.Request += (_, request) => Complain(!IsOurs(request.Url), $"asked for {request.Url}");
        // What is saved as a file is not a page to go to: the browser gives up going there.
        page.RequestFailed += (_, request) => Complain(!offline && !(request.IsNavigationRequest && request.Failure == "net::ERR_ABORTED"), $"{request.Failure}: {request.Url}");
        page.Response += (_, response) => Note(response);
    }

    public Screen Screen { get; }

    public IPage Page { get; }

    /// <summary>The path after the language, as <c>/services</c>.</summary>
    public string At => new Uri(Page.Url).AbsolutePath[(Screen.Language.Length + 1)..];

    /// <summary>A text of the code in the visitor's language.</summary>
    public string T(string id, params object?[] args) => portal.Texts.Get(Screen.Language, id, args);

    /// <summary>A text of the code in another language.</summary>
    public string In(string language, string id) => portal.Texts.Get(language, id);

    /// <summary>A text of the pack in the visitor's language.</summary>
    public string T(PackText text) => portal.Texts.Get(Screen.Language, text).Value;

    /// <summary>Goes to a page by its path after the language.</summary>
    public async Task VisitAsync(string path, int expected = 200)
    {
        await Page.GotoAsync($"/{Screen.Language}{(path == "/" ? "" : path)}");
        await ExamineAsync(expected);
    }

    /// <summary>Presses a button and examines the page that follows.</summary>
    public Task PressAsync(string button, int expected = 200) => PressAsync(Button(button), expected);

    public Task PressAsync(ILocator button, int expected = 200) => FollowAsync(button, expected);

    /// <summary>Takes the network away, or gives it back.</summary>
    public Task OfflineAsync(bool without) => Page.Context.SetOfflineAsync(offline = without);

    /// <summary>Presses a button that only a script answers, and examines the page as it is then.</summary>
    public async Task PressWithoutLeavingAsync(string button)
    {
        await Button(button).ClickAsync();
        await ExamineAsync(200);
    }

    /// <summary>Follows a link and examines the page that follows.</summary>
    public Task ClickAsync(string link, int expected = 200) => FollowAsync(Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First, expected);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The questions below a legend.</summary>
    public ILocator Group(string legend) => Page.GetByRole(AriaRole.Group, new() { Name = legend });

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    public ILocator Heading(string text) => Page.GetByRole(AriaRole.Heading, new() { Name = text, Exact = true });

    /// <summary>Types into a field by its name, which is the same in every language.</summary>
    public Task TypeAsync(string field, string text) => Named(field).FillAsync(text);

    /// <summary>Types a date into its three fields.</summary>
    public async Task TypeDateAsync(string field, DateOnly date)
    {
        await TypeAsync($"{field}.day", $"{date.Day}");
        await TypeAsync($"{field}.month", $"{date.Month}");
        await TypeAsync($"{field}.year", $"{date.Year}");
    }

    /// <summary>Chooses an answer of radio buttons or a checkbox.</summary>
    public Task ChooseAsync(string field, string answer) => Page.Locator($"main [name='{field}'][value='{answer}']").CheckAsync();

    public Task SelectAsync(string field, string answer) => Named(field).SelectOptionAsync(answer);

    public Task AttachAsync(string field, string name, byte[] content, string mediaType) =>
        Page.Locator($"main [type=file][name='{field}']").SetInputFilesAsync(new FilePayload { Name = name, Buffer = content, MimeType = mediaType });

    /// <summary>Presses the button that carries a name and value.</summary>
    public Task PressAsync(string name, string value, int expected = 200) => FollowAsync(Page.Locator($"main button[name='{name}'][value='{value}']"), expected);

    /// <summary>Follows the link whose address ends so.</summary>
    public Task FollowAsync(string ending, int expected = 200) => FollowAsync(Page.Locator($"main a[href$='{ending}']").First, expected);

    /// <summary>Everything that the page says.</summary>
    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        if (examiner != Page)
        {
            await examiner.Context.CloseAsync();
        }
    }

    private ILocator Named(string field) => Page.Locator($"main [name='{field}']:not([type=hidden])");

    /// <summary>Presses what has the focus, which must be this button.</summary>
    public async Task PressWithKeyAsync(ILocator button, int expected = 200)
    {
        await Assertions.Expect(button).ToBeFocusedAsync();
        await FollowAsync(() => Page.Keyboard.PressAsync("Enter"), expected);
    }

    private Task FollowAsync(ILocator what, int expected) => FollowAsync(() => what.ClickAsync(), expected);

    private async Task FollowAsync(Func<Task> press, int expected)
    {
        loaded = new();
        await press();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await ExamineAsync(expected);
    }

    /// <summary>Examines the page as it is now, as after something opened on it.</summary>
    public async Task ExamineAsync(int expected = 200)
    {
        await PictureAsync();
        List<string> all = [.. await BrokenAsync(), .. complaints];
        if (status != expected)
        {
            all.Insert(0, $"answered {status}, not {expected}");
        }

        complaints.Clear();
        Assert.True(all.Count == 0, $"{Page.Url} ({Screen}):\n{string.Join('\n', all)}");
    }

    // The examiner is a script. What a browser without scripts shows is examined in a second window that gets the same bytes and no script of ours.
    private async Task<IReadOnlyList<string>> BrokenAsync()
    {
        if (examiner == Page)
        {
            return await PageRules.BrokenAsync(Page, Screen);
        }

        var (url, html) = (Page.Url, await Page.ContentAsync());
        await examiner.RouteAsync("**/*", route => route.Request.IsNavigationRequest
            ? route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" })
            : route.Request.ResourceType == "script" ? route.AbortAsync() : route.ContinueAsync());
        await examiner.GotoAsync(url);
        var broken = await PageRules.BrokenAsync(examiner, Screen);
        await examiner.UnrouteAllAsync();
        return broken;
    }

    private async Task PictureAsync()
    {
        if (Pictures is null)
        {
            return;
        }

        var name = NotInNames().Replace(Identifiers().Replace(At, ""), "-").Trim('-');
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, Screen.Folder, $"{journey}-{++visited:00}-{name}.png"), FullPage = true });
    }

    private void Note(IResponse response)
    {
        if (response.Request.IsNavigationRequest)
        {
            status = response.Status;
        }
        else
        {
            Complain(response.Status >= 400, $"{response.Status}: {response.Url}");
        }
    }

    private void Complain(bool really, string about)
    {
        if (really)
        {
            complaints.Add(about);
        }
    }

    private bool IsOurs(string url) => url.StartsWith("data:", StringComparison.Ordinal) || new Uri(url).Authority == portal.Address.Authority;

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Identifiers();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInNames();
}
