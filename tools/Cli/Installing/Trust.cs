using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>Whom an instance believes, as PEM.</summary>
/// <param name="Roots">Who may release, and what they have revoked.</param>
/// <param name="Country">Whose countersignature is demanded; null: that of nobody known yet.</param>
/// <param name="Time">Whose time stamps are believed.</param>
internal sealed record Trust(string Roots, string? Country, string? Time)
{
    /// <param name="uncountersigned">No countersignature is demanded this time.</param>
    /// <param name="accepted">What was accepted here before, which is good also after its keys have expired.</param>
    /// <exception cref="ReleaseRefusedException">Something in it cannot be used.</exception>
    public ReleasePolicy Policy(InstalledRelease? installed, bool allowRollback, bool uncountersigned, IReadOnlyList<ReleaseAcceptance> accepted) => new(ReleaseTrust.Parse(Roots))
    {
        Country = Country is null || uncountersigned ? null : ReleaseTrust.Parse(Country),
        Time = Time is null ? null : ReleaseTrust.Parse(Time),
        Installed = installed,
        AllowRollback = allowRollback,
        Accepted = accepted,
    };

    /// <exception cref="ReleaseRefusedException">What is to come in its place has a list of revoked keys that is older, or none any more.</exception>
    public void DemandFollowedBy(Trust next)
    {
        foreach (var (now, earlier) in new[] { (next.Roots, Roots), (next.Country, Country), (next.Time, Time) })
        {
            if (now is not null && earlier is not null)
            {
                ReleaseTrust.Parse(now).DemandFollows(ReleaseTrust.Parse(earlier));
            }
        }
    }
}
