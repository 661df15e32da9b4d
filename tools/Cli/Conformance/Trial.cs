using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Core.Modules;
using Platform.Core.People;
using Platform.Host;

namespace Platform.Cli.Conformance;

/// <summary>The whole platform with the module, on a throw-away database, folder and pack, listening on this machine only.</summary>
internal sealed class Trial : IAsyncDisposable
{
    private const string Role = "anybody";
    private const string Header = "X-Conformance";
    private const string Everything = "everything";
    private const string Nothing = "nothing";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("egov-conformance-");
    private readonly WebApplication app;

    private Trial(Subject subject, bool on)
    {
        var pack = Path.Combine(folder.FullName, TrialPack.Name);
        TrialPack.Write(pack, on ? [.. Host.Modules.All.Select(m => m.Name).Union([subject.Module.Name])] : Without(subject.Module.Name));
        app = PlatformHost.Build(["--environment", "Development", "--data", folder.FullName, "--pack", pack, "--urls", "http://127.0.0.1:0"], Configure, [subject.Module]);
        (Module, Own) = (subject.Module.Name, Catalog.Modules.Single(m => m.Name == subject.Module.Name));
    }

    public string Module { get; }

    /// <summary>What it declared.</summary>
    public InstalledModule Own { get; }

    public IServiceProvider Services => app.Services;

    public ModuleCatalog Catalog => Services.GetRequiredService<ModuleCatalog>();

    /// <summary>Endpoints of the module, pages and API.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ModuleTag>()?.Name == Module)];

    /// <param name="on">Whether the pack has the module on.</param>
    public static async Task<Trial> StartAsync(Subject subject, bool on)
    {
        var trial = new Trial(subject, on);
        await PlatformHost.PrepareAsync(trial.app);
        await trial.app.StartAsync();
        await trial.SettleAsync();
        return trial;
    }

    // What jobs write when they first run is not what a request changed.
    private async Task SettleAsync()
    {
        var (jobs, db) = (Services.GetRequiredService<JobRunner>(), Services.GetRequiredService<Db>());
        await jobs.RegisterAsync();
        await jobs.RunDueAsync();
        while ((await db.ReadAsync<string>("select name from platform_job where lease_token is not null")).Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    /// <summary>A client of somebody who may do everything.</summary>
    public HttpClient MayEverything() => Client(Everything);

    /// <summary>A client of somebody who is signed in and may do nothing.</summary>
    public HttpClient MayNothing() => Client(Nothing);

    /// <summary>A client of nobody.</summary>
    public HttpClient Stranger() => Client(null);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    // What needs it goes, too.
    private static IEnumerable<string> Without(string module)
    {
        var gone = new HashSet<string> { module };
        foreach (var other in Host.Modules.All.Where(m => m.DependsOn.Any(gone.Contains)))
        {
            gone.Add(other.Name);
        }

        return Host.Modules.All.Select(m => m.Name).Where(name => !gone.Contains(name));
    }

    private HttpClient Client(string? who)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        if (who is not null)
        {
            client.DefaultRequestHeaders.Add(Header, who);
        }

        return client;
    }

    private static void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IStartupFilter, SignedIn>();
    }

    /// <summary>Signs in whom a header names: the judge makes no accounts.</summary>
    private sealed class SignedIn : IStartupFilter
    {
        private static readonly Guid Somebody = Guid.CreateVersion7();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, further) =>
            {
                if (context.Request.Headers[Header].ToString() is { Length: > 0 } who)
                {
                    // Antiforgery tokens belong to somebody.
                    context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Somebody.ToString("D"))], Header));
                    context.RequestServices.GetRequiredService<Viewer>().SignedIn(
                        Somebody, "high", [new Grant(Role, Grant.AnyOrganization, null)], _ => who == Everything ? new HashSet<string> { Role } : []);
                }

                return further(context);
            });
            next(app);
        };
    }
}
