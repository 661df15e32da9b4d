using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>One instance on this machine, where <c>infra/systemd</c> puts it.</summary>
/// <param name="Folder">Where instances lie.</param>
internal sealed record Instance(string Folder, string Name)
{
    public const string UsualFolder = "/srv/egov";
    public const string ManifestFile = "MANIFEST";

    public string Home => Path.Combine(Folder, Name);

    public string Releases => Path.Combine(Home, "releases");

    /// <summary>The roots that upgrades are judged by.</summary>
    public KeptTrust Trust => new(Path.Combine(Home, "trust"));

    public string Journal => Path.Combine(Home, "installed.jsonl");

    /// <summary>The words that the installer was given last, one a line.</summary>
    public string Words => $"/etc/egov/{Name}.words";

    public string Backups => $"/var/backups/egov/{Name}";

    public ReleaseVersion? Current => Linked("current");

    /// <summary>By its own word: the pack may be one of the country's own, of another name.</summary>
    /// <exception cref="InstallException">The current release has no manifest.</exception>
    public InstalledRelease? Installed => Current is { } version ? new(NameOf(version), version) : null;

    /// <summary>Its releases, each with when it was accepted here.</summary>
    /// <exception cref="ReleaseRefusedException">A record of that cannot be read.</exception>
    public IReadOnlyList<ReleaseAcceptance> Accepted => Directory.Exists(Releases)
        ? [.. Directory.EnumerateDirectories(Releases).Select(release => Path.Combine(release, KeptRelease.Accepted)).Where(File.Exists).Select(record => ReleaseAcceptance.Parse(File.ReadAllText(record)))]
        : [];

    /// <summary>Whether the pack is the current release's, not a folder of the country's own.</summary>
    public bool UsesPackOfRelease => Target("pack") == "current/pack";

    public string Release(ReleaseVersion version) => Path.Combine(Releases, version.ToString());

    public string Manifest(ReleaseVersion version) => Path.Combine(Release(version), ManifestFile);

    public string Script(ReleaseVersion version, string name) => Path.Combine(Release(version), "infra/systemd/scripts", name);

    public string Installer(ReleaseVersion version) => Path.Combine(Release(version), "infra/systemd/install.sh");

    /// <summary>What the units are told, the country's own settings last.</summary>
    /// <exception cref="IOException">There are none.</exception>
    public IReadOnlyDictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>();
        foreach (var line in new[] { $"/etc/egov/{Name}.env", $"/etc/egov/{Name}.local.env" }.Where((file, i) => i == 0 || File.Exists(file)).SelectMany(File.ReadLines))
        {
            if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && line[0] != '#')
            {
                settings[line[..at]] = line[(at + 1)..];
            }
        }

        return settings;
    }

    /// <summary>The instances that have a release.</summary>
    public static IReadOnlyList<Instance> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(home => new Instance(folder, Path.GetFileName(home))).Where(instance => instance.Current is not null)]
        : [];

    private string NameOf(ReleaseVersion version) => File.Exists(Manifest(version))
        ? ReleaseManifest.Parse(File.ReadAllBytes(Manifest(version))).Name
        : throw new InstallException($"{Manifest(version)} is not there, so nobody knows which release this is: put the member MANIFEST of its file there (tar -xOf FILE MANIFEST).");

    private ReleaseVersion? Linked(string name) => Target(name) is { } target ? ReleaseVersion.Parse(Path.GetFileName(target)) : null;

    private string? Target(string name) => new FileInfo(Path.Combine(Home, name)).LinkTarget;
}
