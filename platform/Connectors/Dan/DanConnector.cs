using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Modules.Identity.Providers;

namespace Platform.Connectors.Dan;

/// <summary>Signing in with DAN, Mongolia's national log-in.</summary>
public sealed class DanConnector : PlatformConnector
{
    public override string Name => "dan";

    public override IReadOnlyList<string> DependsOn => ["identity"];

    public override void Configure(ModuleBuilder module)
    {
        module.Options<DanOptions>();
        module.Services.AddSingleton<DanCalls>().AddSingleton<IIdentityProvider, DanProvider>();
    }
}
