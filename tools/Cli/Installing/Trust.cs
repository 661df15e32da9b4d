using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>Whom an instance believes, as PEM. Kept beside its releases: whoever brings an upgrade does not bring along whom to believe.</summary>
/// <param name="Roots">Who may release, and what they have revoked.</param>
/// <param name="Country">Whose countersignature is demanded; null: none is.</param>
/// <param name="Time">Whose time stamps are believed.</param>
internal sealed record Trust(string Roots, string? Country, string? Time)
{
    private const string RootsFile = "roots.pem";
    private const string CountryFile = "country.pem";
    private const string TimeFile = "time.pem";

    /// <summary>What an instance has kept; null where it was not installed by this command.</summary>
    public static Trust? Kept(string folder) =>
        Read(folder, RootsFile) is { } roots ? new(roots, Read(folder, CountryFile), Read(folder, TimeFile)) : null;

    /// <exception cref="ReleaseRefusedException">Something in it cannot be used.</exception>
    public ReleasePolicy Policy(InstalledRelease? installed, bool allowRollback) => new(ReleaseTrust.Parse(Roots))
    {
        Country = Country is null ? null : ReleaseTrust.Parse(Country),
        Time = Time is null ? null : ReleaseTrust.Parse(Time),
        Installed = installed,
        AllowRollback = allowRollback,
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

    /// <summary>Replaces what is kept. Roots come last: without them nothing is kept.</summary>
    public void Keep(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, pem) in new[] { (CountryFile, Country), (TimeFile, Time), (RootsFile, Roots) })
        {
            var file = Path.Combine(folder, name);
            if (pem is null)
            {
                File.Delete(file);
                continue;
            }

            File.WriteAllText($"{file}.new", pem);
            File.Move($"{file}.new", file, overwrite: true);
        }
    }

    private static string? Read(string folder, string name) => Path.Combine(folder, name) is var file && File.Exists(file) ? File.ReadAllText(file) : null;
}
