using Platform.Connectors.Dan;
using Platform.Core.Modules;

namespace Platform.Host;

/// <summary>The connectors of this build. Each is on only where the pack lists it.</summary>
public static class Connectors
{
    public static IReadOnlyList<PlatformConnector> All { get; } =
    [
        new DanConnector(),
    ];
}
