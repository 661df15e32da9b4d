using Platform.Core.Modules;
using Platform.Modules.Cases;
using Platform.Modules.Catalogue;
using Platform.Modules.Documents;
using Platform.Modules.Identity;
using Platform.Modules.Notices;
using Platform.Modules.Payments;
using Platform.Modules.Statistics;
using Platform.Modules.Webhooks;

namespace Platform.Host;

/// <summary>The modules of this build. The order is the order of migrations and of <see cref="PlatformModule.DependsOn"/>.</summary>
public static class Modules
{
    public static IReadOnlyList<PlatformModule> All { get; } =
    [
        new CatalogueModule(),
        new IdentityModule(),
        new CasesModule(),
        new PaymentsModule(),
        new NoticesModule(),
        new DocumentsModule(),
        new StatisticsModule(),
        new WebhooksModule(),
    ];

    /// <summary>These, the connectors and more, each type once.</summary>
    public static IEnumerable<PlatformModule> With(params IEnumerable<PlatformModule> more) => All.Concat(Connectors.All).Concat(more).DistinctBy(m => m.GetType());
}
