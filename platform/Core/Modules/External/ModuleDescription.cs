namespace Platform.Core.Modules.External;

/// <summary>
/// What a module's file says of itself, read without running anything of it: for whoever decides whether to install it. A module runs with the
/// rights of the whole host, whatever stands here; <c>egov conformance</c> runs it and compares.
/// </summary>
public sealed record ModuleDescription
{
    /// <summary>Prefix of its tables, permissions, settings and API.</summary>
    public required string Name { get; init; }

    /// <summary>The simple name of its assembly; the file is named so too.</summary>
    public required string Assembly { get; init; }

    /// <summary>As its author numbers it; without the commit that builds may add.</summary>
    public required string Version { get; init; }

    /// <summary>The version of Platform.Core that it was built with.</summary>
    public required Version Platform { get; init; }

    /// <summary>Of the whole file: 64 small hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Tables that its migrations make, on either database.</summary>
    public required IReadOnlyList<string> Tables { get; init; }

    /// <summary>Constants of its class of permissions.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>Routes of its pages, as <c>/{lang}/desk/permits</c>.</summary>
    public required IReadOnlyList<string> Pages { get; init; }

    /// <summary>Calls of its API below <c>/api/v1/{name}</c>, as <c>GET /{number}</c>: its own part of the route, without that of groups around it.</summary>
    public required IReadOnlyList<string> Calls { get; init; }

    /// <summary>Modules of the platform that it uses, by the names of their assemblies.</summary>
    public required IReadOnlyList<string> Modules { get; init; }

    /// <summary>Before 1.0 each minor version may break what was public; from then on only a major one: platform/decisions/0009.</summary>
    /// <param name="running">The version of Platform.Core of the host that is to take it.</param>
    /// <exception cref="ModuleException">That host does not take it.</exception>
    public void DemandFits(Version running)
    {
        ArgumentNullException.ThrowIfNull(running);
        if (Platform.Major != running.Major || Platform.Minor > running.Minor || (running.Major == 0 && Platform.Minor != running.Minor))
        {
            throw new ModuleException($"{Assembly}.dll was built with Platform.Core {Platform.ToString(3)} and does not fit {running.ToString(3)}; build it anew with that version.");
        }
    }
}
