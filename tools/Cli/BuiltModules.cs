using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;

namespace Platform.Cli;

/// <summary>What modules declare, without an instance.</summary>
internal static class BuiltModules
{
    /// <summary>Those of this build, and these.</summary>
    public static ModuleCatalog With(IEnumerable<PlatformModule> outside) => new ServiceCollection().AddModules(new ConfigurationBuilder().Build(), [.. Platform.Host.Modules.With(outside)]);
}
