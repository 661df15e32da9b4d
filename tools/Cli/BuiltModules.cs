using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;

namespace Platform.Cli;

/// <summary>What the modules of this build declare, without an instance.</summary>
internal static class BuiltModules
{
    public static ModuleCatalog Catalog { get; } = new ServiceCollection().AddModules(new ConfigurationBuilder().Build(), Platform.Host.Modules.With());
}
