using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Platform.Core.Modules;
using Platform.Core.Outbox;
using Platform.Host;

namespace Platform.Testing;

/// <summary>The whole platform, as the host builds it, on a throw-away database and data folder, in this process.</summary>
public sealed class TestPlatform : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private string connectionString = "";
    private Func<Task<WebApplication>> start = () => throw new InvalidOperationException();

    public WebApplication App { get; private set; } = null!;

    public IServiceProvider Services => App.Services;

    public string Folder => folder.Path;

    public string ConnectionString => connectionString;

    /// <summary>Monday 2 March 2026, 02:00 UTC, until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));

    /// <param name="pack">A folder below <c>templates/packs</c>, or an absolute path; null: the pack that the host takes when it is told none.</param>
    /// <param name="args">More arguments of the host.</param>
    public static Task<TestPlatform> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, string? pack = null, Action<WebApplicationBuilder>? configure = null, params string[] args) =>
        StartAsync(kind, pack, connections: 12, configure, [], args);

    /// <param name="modules">Of which each test is; those that the build has already are not added again.</param>
    public static Task<TestPlatform> StartAsync(DatabaseKind kind, string pack, IReadOnlyList<PlatformModule> modules, params string[] args) =>
        StartAsync(kind, pack, connections: 12, null, modules, args);

    /// <param name="connections">To PostgreSQL, at most.</param>
    public static Task<TestPlatform> StartAsync(DatabaseKind kind, string pack, int connections) => StartAsync(kind, pack, connections, null, []);

    private static async Task<TestPlatform> StartAsync(DatabaseKind kind, string? pack, int connections, Action<WebApplicationBuilder>? configure, IReadOnlyList<PlatformModule> modules, params string[] args)
    {
        var platform = new TestPlatform();
        platform.connectionString = await Databases.CreateAsync(kind, platform.folder.Path, connections);
        // Where its clients think it is.
        List<string> all = ["--environment", "Development", "--public-url", "http://localhost", "--data", platform.folder.Path, "--pack", Path.Combine(TestFolder.RepositoryRoot, pack is null ? HostSettings.DefaultPack : Path.Combine("templates/packs", pack)), .. args];
        if (kind == DatabaseKind.Postgres)
        {
            all.AddRange(["--database", platform.connectionString]);
        }

        platform.start = async () =>
        {
            var app = PlatformHost.Build([.. all], builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(platform.Clock));
                configure?.Invoke(builder);
            }, modules);
            await PlatformHost.PrepareAsync(app);
            await app.StartAsync();
            return app;
        };
        platform.App = await platform.start();
        return platform;
    }

    /// <summary>Stops it, does something with its data (a backup, a restore), and starts it again on what is there then.</summary>
    public async Task RestartAsync(Func<Task> between)
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await between();
        App = await start();
    }

    /// <summary>A browser-like client with cookies of its own.</summary>
    /// <param name="address">The IP address it comes from.</param>
    /// <param name="cookies">Of a browser that is at other portals too.</param>
    public TestClient Client(string address = "192.0.2.1", CookieContainer? cookies = null)
    {
        var from = IPAddress.Parse(address);
        return new TestClient(App.GetTestServer().CreateHandler(context => context.Connection.RemoteIpAddress = from), cookies ?? new CookieContainer());
    }

    /// <summary>Waits until everything that was published is handled, so that what is counted stands still.</summary>
    public async Task SettleAsync()
    {
        var outbox = Services.GetRequiredService<OutboxStore>();
        for (var waited = Stopwatch.StartNew(); await outbox.CountWaitingAsync() > 0; await Task.Delay(25))
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new TimeoutException("Messages still wait after a minute.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await Databases.DropAsync(connectionString);
        folder.Dispose();
    }
}
