using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Core.People;

namespace Platform.Core.Packs;

/// <summary>Registers the pack of an instance and makes it live.</summary>
public static class PackRegistration
{
    /// <param name="schema">What the installed modules add to packs.</param>
    /// <param name="folder">The topmost pack's folder.</param>
    /// <param name="production">Refuses examples of law.</param>
    public static IServiceCollection AddPack(this IServiceCollection services, PackSchema schema, string folder, bool production)
    {
        services.AddSingleton(schema);
        services.AddSingleton(new PackLoader(schema, production));
        services.AddSingleton<PackReleaseStore>();
        services.AddSingleton<ActivePack>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<PackEdits>(s, folder));
        services.AddHostedService<PackPoll>();
        return services;
    }

    /// <summary>
    /// Before the first request. In Development the folder goes live; else the release that is live in the database, and the folder
    /// only when none ever was.
    /// </summary>
    /// <exception cref="PackException">There is no pack that can be used.</exception>
    public static async Task StartPackAsync(this IServiceProvider services, string folder, bool development, CancellationToken cancellationToken = default)
    {
        var active = services.GetRequiredService<ActivePack>();
        if (development)
        {
            await services.GetRequiredService<PackEdits>().RefreshAsync(cancellationToken);
        }
        await active.StartAsync(folder, services.GetRequiredService<ILogger<ActivePack>>(), cancellationToken);
        if (!active.Any)
        {
            var result = services.GetRequiredService<PackLoader>().Load(folder);
            var pack = result.Pack ?? throw new PackException(result.Problems);
            active.Swap(await services.GetRequiredService<PackReleaseStore>().ActivateAsync(result, Actor.System, cancellationToken), pack);
        }
    }

    /// <summary>In Development: every request first takes up what was edited.</summary>
    public static IApplicationBuilder UsePackEdits(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await context.RequestServices.GetRequiredService<PackEdits>().RefreshAsync(context.RequestAborted);
        await next(context);
    });
}
