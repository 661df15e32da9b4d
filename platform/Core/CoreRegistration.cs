using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Core.Keys.Search;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Core.Templates;
using Platform.Core.Texts;

namespace Platform.Core;

/// <summary>Core's own services.</summary>
public static class CoreRegistration
{
    /// <param name="connectionString">See <see cref="Db"/>.</param>
    public static IServiceCollection AddPlatformCore(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Db(connectionString));
        services.AddSingleton<Acts>();
        services.AddSingleton<RequestKeys>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<OutboxDispatcher>().AddHostedService(s => s.GetRequiredService<OutboxDispatcher>());
        services.AddSingleton<JobRunner>().AddHostedService(s => s.GetRequiredService<JobRunner>());
        services.AddScoped<SealAudit>().AddSingleton(new JobDefinition("platform.SealAudit", typeof(SealAudit), TimeSpan.FromMinutes(1)));
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<PersonStore>().AddSingleton<ITokenHolder, PersonTokenHolder>();
        services.AddScoped<RenewTokens>().AddSingleton(new JobDefinition("platform.RenewTokens", typeof(RenewTokens), TimeSpan.FromMinutes(1)));
        services.AddScoped<Viewer>();
        services.AddTexts().AddSingleton<TemplateEngine>();
        return services;
    }
}
