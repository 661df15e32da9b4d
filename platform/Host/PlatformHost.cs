using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;
using Platform.Core;
using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Keys;
using Platform.Core.Modules;
using Platform.Core.Modules.External;
using Platform.Core.Packs;
using Platform.Core.Releases;
using Platform.Core.Texts.Po;
using Platform.Web;

namespace Platform.Host;

/// <summary>Builds, prepares and runs the platform. Tests use the same three steps.</summary>
public static class PlatformHost
{
    // Before its files of settings can be taken away below, the framework would ask the kernel to tell of every change in every folder beneath this one.
    private const string Unwatched = "--hostBuilder:reloadConfigOnChange=false";

    /// <returns>The process's exit code.</returns>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, console: false, app => app.RunAsync());

    /// <summary>Does one thing with a prepared instance instead of serving it: for commands of the console.</summary>
    /// <returns>The process's exit code.</returns>
    public static Task<int> RunAsync(string[] args, Func<WebApplication, Task> run) => RunAsync(args, console: true, run);

    private static async Task<int> RunAsync(string[] args, bool console, Func<WebApplication, Task> run)
    {
        try
        {
            await using var app = Build(args);
            using var single = InstanceLock.Take(app.Services.GetRequiredService<HostSettings>());
            await PrepareAsync(app, console);
            await run(app);
            return 0;
        }
        catch (Exception error) when (Explain(error) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    /// <param name="configure">Last word on services and web host, for tests.</param>
    /// <param name="more">Modules besides those of this build, for tests of them. One that the build has already is not added again.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null, IReadOnlyList<PlatformModule>? more = null)
    {
        // Pages are found through this assembly's references, also where a test's executable was started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [Unwatched, .. HostSettings.Normalize(args)], ApplicationName = typeof(PlatformHost).Assembly.GetName().Name });
        // Settings are words and the environment. A file in whatever folder somebody stands in, root perhaps, is nobody's setting.
        foreach (var file in builder.Configuration.Sources.OfType<JsonConfigurationSource>().ToList())
        {
            builder.Configuration.Sources.Remove(file);
        }

        builder.Configuration.AddEnvironmentVariables("PLATFORM_").AddCommandLine(HostSettings.Normalize(args));
        builder.WebHost.UseUrls(builder.Configuration["urls"] ?? HostSettings.DefaultUrl).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        var settings = HostSettings.From(builder.Configuration, builder.Environment);
        // Addresses hold codes of documents and references of cases; a log is read by more people than may see these.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.Converters.Add(new StrictObjects());
        });
        if (builder.Environment.IsProduction())
        {
            builder.Configuration["AllowedHosts"] ??= $"{new Uri(settings.Portal.Root).IdnHost};localhost";
        }

        builder.Services.AddClosingPort();
        builder.Services.AddSingleton(settings).AddSingleton(settings.Portal);
        builder.Services.AddPlatformCore(settings.ConnectionString);
        builder.Services.AddKeys(new KeysOptions(settings.DataFolder, KeysDatabase: settings.KeysDatabase));
        builder.Services.AddFiles(settings.DataFolder, settings.Clamd);
        var outside = OutsideModules.Load(builder.Configuration, builder.Environment.IsProduction(), TimeProvider.System);
        var catalog = builder.Services.AddModules(builder.Configuration, Modules.With([.. outside.Modules, .. more ?? []]));
        builder.Services.AddPack(catalog.Schema, settings.PackFolder, builder.Environment.IsProduction());
        builder.Services.AddPlatformWeb(builder.Environment);
        // What is missing a page says itself, in the person's language; the framework would add its own sentence in English.
        builder.Services.AddRazorPages()
            .AddMvcOptions(o => o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true)
            .ConfigureApplicationPartManager(parts => parts.UseModules(catalog, typeof(WebAnchor).Assembly));
        builder.Services.AddAuthorization().ConfigureOptions<PermissionPolicies>();
        builder.Services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
        builder.AddTelemetry();
        builder.Services.AddOpenApi("v1", OpenApiText.Configure);
        configure?.Invoke(builder);

        var app = builder.Build();
        outside.Warn(app.Logger, TimeProvider.System.GetUtcNow());
        app.UseClosingPort();
        app.UseForwardedHeaders(Forwarded(settings));
        if (app.Environment.IsDevelopment())
        {
            app.UsePackEdits();
        }

        app.UsePlatformWeb();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPlatformWeb();
        app.MapRazorPages();
        app.MapModules();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        // What is not there is not there for everybody: without an endpoint the fallback policy would ask who wants to know.
        app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
        return app;
    }

    /// <summary>Everything that must be true before the first request: database migrated, keys at hand, a pack live.</summary>
    /// <exception cref="StartException">It cannot be made true; the message says what to do.</exception>
    /// <param name="console">Nobody is served, so nothing must be safe to serve, and the pack that is live stays.</param>
    public static async Task PrepareAsync(WebApplication app, bool console = false, CancellationToken cancellationToken = default)
    {
        await DatabaseStart.RunAsync(app.Services, cancellationToken);
        if (app.Environment.IsProduction() && !console)
        {
            await ActivatorUtilities.CreateInstance<ProductionCheck>(app.Services).RunAsync(cancellationToken);
        }

        await KeysAsync(app.Services.GetRequiredService<KeysStart>(), cancellationToken);
        await app.Services.StartPackAsync(app.Services.GetRequiredService<HostSettings>().PackFolder, app.Environment.IsDevelopment() && !console, cancellationToken);
        await DemoStart.RunAsync(app.Services, app.Services.GetRequiredService<HostSettings>());
    }

    private static async Task KeysAsync(KeysStart keys, CancellationToken cancellationToken)
    {
        try
        {
            await keys.RunAsync(cancellationToken);
        }
        catch (Exception error) when (error is DbException or SocketException or MigrationException)
        {
            throw new StartException($"The key store cannot be used ({error.Message}); start it or correct --keys-database \"Host=...;Username=...;Database=...\".", error);
        }
    }

    // Without a list nobody's word is taken: the addresses in these headers are whatever a caller writes.
    private static ForwardedHeadersOptions Forwarded(HostSettings settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = settings.Proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        // As many as stand in a row: the first address that is none of them is the caller's.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.Proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        return options;
    }

    private static string? Explain(Exception error) => error switch
    {
        StartException or InstanceKeyException or PackException or PoException or ModuleException or ReleaseRefusedException => error.Message,
        OptionsValidationException options => $"The settings are not valid: {string.Join("; ", options.Failures)}.",
        IOException { InnerException: AddressInUseException } => "The address is in use by another program; stop that program or choose another address, as --urls http://localhost:5081.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "This user may not listen on that port; choose one above 1023 with --urls http://localhost:5081.",
        _ => null,
    };
}
