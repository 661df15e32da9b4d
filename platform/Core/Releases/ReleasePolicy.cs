namespace Platform.Core.Releases;

/// <summary>What a place demands of a release before it uses anything of it.</summary>
/// <param name="Trust">Who may release.</param>
public sealed record ReleasePolicy(ReleaseTrust Trust)
{
    /// <summary>Whose countersignature is demanded: production has its own country's root here. Null: none is.</summary>
    public ReleaseTrust? Country { get; init; }

    /// <summary>Whether it is only about to be countersigned: what is there already must hold, and nothing has to be there.</summary>
    public bool IsToBeCountersigned { get; init; }

    /// <summary>Whose time stamps are believed; needed for a release that carries one.</summary>
    public ReleaseTrust? Time { get; init; }

    /// <summary>What is installed so far; another pack or an older version is refused. Null: nothing.</summary>
    public InstalledRelease? Installed { get; init; }

    /// <summary>What was accepted here before, and when: if this release is among it, keys that have expired since are judged by then.</summary>
    public IReadOnlyList<ReleaseAcceptance> Accepted { get; init; } = [];

    /// <summary>Whether an older one than the installed may come in its place.</summary>
    public bool AllowRollback { get; init; }
}
