using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>A verified release and the instance it comes to: the steps that install and upgrade share.</summary>
/// <param name="file">The release's file.</param>
/// <param name="trust">By which it was verified.</param>
/// <param name="words">What the release's installer is told.</param>
internal sealed class Arrival(Instance instance, Release release, string file, Trust trust, IReadOnlyList<string> words)
{
    private const string Booted = "/run/systemd/system";

    public Instance Instance => instance;

    public Release Release => release;

    public IReadOnlyList<string> Words => words;

    public ReleaseVersion Version => release.Manifest.Version;

    public Programs Programs { get; } = new(instance);

    public Unpacking Unpacking => new(release, new(release, file, instance.Release(Version), instance.Trust, trust), instance, Programs);

    /// <summary>Everything that can be known to be in the way before anything is done.</summary>
    /// <exception cref="ReleaseRefusedException">The release cannot be installed by this command.</exception>
    /// <exception cref="InstallException">The instance has another release of this version.</exception>
    public void Demand() => Unpacking.Demand();

    /// <exception cref="InstallException">Steps cannot be done here.</exception>
    public static void DemandMachine()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            throw new InstallException("Only root can install; look first with --dry-run.");
        }

        if (!Directory.Exists(Booted))
        {
            throw new InstallException("This machine was not started by systemd, which is to start and stop the portal. For containers and clusters see infra/README.md of the release.");
        }
    }

    public Step KeepTrust => new(
        "trust",
        [trust == instance.Trust.Current ? "kept as it is" : $"+ {instance.Home}/trust/{{roots{(trust.Country is null ? "" : ",country")}{(trust.Time is null ? "" : ",time")}}}.pem, on trial until the release serves"],
        () =>
        {
            instance.Trust.Put(trust);
            return Task.FromResult(instance.Trust[KeptTrust.RootsFile]);
        });

    /// <param name="plan">What the installer would do; null: it is not asked.</param>
    public Step Machine(IReadOnlyList<string>? plan) => new("machine", [$"$ {instance.Installer(Version)} {string.Join(' ', words.Select(Quoted))}", .. plan ?? []], async () =>
    {
        await Programs.RunAsync(instance.Installer(Version), words);
        return "as this release needs it";
    });

    public Step Switch(ReleaseVersion? from) => new(
        "switch",
        [
            $"$ {instance.Script(Version, "egov-switch")} {instance.Name} {Version}",
            from is null ? $"it starts {Version}, which makes its databases" : $"it starts {Version} beside {from}, which migrates the databases, waits until it is ready, leads people there and stops {from}; if it does not become ready, {from} is current again",
            $"+ {instance.Home}/current -> releases/{Version}",
        ],
        async () =>
        {
            await Programs.RunAsync(instance.Script(Version, "egov-switch"), instance.Name, Version.ToString());
            return instance.Current == Version ? $"{Version} is current" : throw new InstallException($"{Version} is not current.");
        });

    public Step Health => new Health(instance, Version).Step;

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"'{word}'" : word;
}
