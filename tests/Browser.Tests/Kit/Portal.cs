using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Host;
using Platform.Modules.Identity.Demo;
using Platform.Testing;

[assembly: AssemblyFixture(typeof(Platform.Browser.Tests.Kit.Portal))]

namespace Platform.Browser.Tests.Kit;

/// <summary>The demonstration portal on a free port and one browser, for the whole suite.</summary>
public sealed partial class Portal : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly TestFolder folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> sessions = new();
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IReadOnlyList<DemoAccount> accounts = [];

    public Uri Address { get; private set; } = null!;

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date);

    public Texts Texts => Services.GetRequiredService<Texts>();

    public Pack Pack => Services.GetRequiredService<ActivePack>().Current.Pack;

    public Acts Acts => Services.GetRequiredService<Acts>();

    private IServiceProvider Services => app!.Services;

    private static string? Chromium => Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        app = PlatformHost.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0", "--demo", "--data", folder.Path, "--pack", Path.Combine(TestFolder.RepositoryRoot, "templates/packs/e-laos")],
            builder => builder.Logging.ClearProviders());
        await PrepareAsync(app);
        await app.StartAsync();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        accounts = JsonSerializer.Deserialize<List<DemoAccount>>(await File.ReadAllTextAsync(folder["demo-accounts.json"]), JsonSerializerOptions.Web)!;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <summary>Somebody with a browser window of their own. Skips the test where there is no browser.</summary>
    /// <param name="journey">Names the pictures of the pages visited.</param>
    /// <param name="account">Somebody of the pack's <c>demo.yaml</c> who is signed in already.</param>
    public async Task<Visitor> OpenAsync(Screen screen, string journey, string? account = null)
    {
        ArgumentNullException.ThrowIfNull(screen);
        Assert.SkipWhen(browser is null, "Chromium is not installed.");
        var page = await PageAsync(screen, screen.Script, account is null ? null : await SignedInAsync(account));
        return new Visitor(this, screen, journey, page, screen.Script ? page : await PageAsync(screen, script: true, null));
    }

    /// <summary>A window that reaches the portal by another address, and is not examined. Skips the test where there is no browser.</summary>
    /// <param name="worker">Whether the browser runs the worker that stands between pages and network.</param>
    public async Task<IPage> PageAtAsync(Uri address, Screen screen, string? account, bool worker)
    {
        ArgumentNullException.ThrowIfNull(screen);
        Assert.SkipWhen(browser is null, "Chromium is not installed.");
        return await PageAsync(screen, screen.Script, account is null ? null : await SignedInAsync(account), address, worker);
    }

    /// <summary>Somebody of the pack's <c>demo.yaml</c>.</summary>
    public DemoAccount Account(string id) => accounts.Single(a => a.Id == id);

    // A code signs in once in thirty seconds, so a session is opened once and used in every window.
    private Task<string> SignedInAsync(string id) => sessions.GetOrAdd(id, _ => new(() => SignInAsync(Account(id)))).Value;

    private async Task<string> SignInAsync(DemoAccount account)
    {
        var page = await PageAsync(new Screen(), script: true, null);
        await page.GotoAsync("/en/sign-in");
        await page.FillAsync("[name=name]", account.Account!);
        await page.FillAsync("[name=password]", account.Password!);
        await page.ClickAsync("main form button");
        if (account.Totp is { } secret)
        {
            await page.FillAsync("[name=code]", TestPeople.Code(secret, Services.GetRequiredService<TimeProvider>()));
            await page.ClickAsync("main form button");
        }

        // The address is looked at again and again: waiting for a load to end would wait for ever where it has ended already.
        await Assertions.Expect(page).Not.ToHaveURLAsync(SignIn(), new() { Timeout = 60_000 });

        var state = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return state;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        folder.Dispose();
    }

    // The accounts are printed for people; here their file is read.
    private static async Task PrepareAsync(WebApplication app)
    {
        var console = Console.Out;
        Console.SetOut(TextWriter.Null);
        await PlatformHost.PrepareAsync(app);
        Console.SetOut(console);
    }

    private async Task<IPage> PageAsync(Screen screen, bool script, string? state, Uri? address = null, bool worker = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = (address ?? Address).ToString(),
            ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ViewportSize = new() { Width = screen.Width, Height = 800 },
            Locale = screen.Language,
            JavaScriptEnabled = script,
            StorageState = state,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignIn();
}
