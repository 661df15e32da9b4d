using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>
/// Another release in the place of the one that runs, and back to that one where it fails. Either way the pack goes first: a program may not read
/// what is live when the other's pack is, and while both are there each goes on with what it reads.
/// </summary>
internal sealed class Upgrade
{
    private readonly Instance instance;
    private readonly Arrival arrival;
    private readonly ReleaseVersion from;

    /// <exception cref="InstallException">The words of the installer are not known.</exception>
    public Upgrade(Instance instance, Release release, string file, Trust trust)
    {
        this.instance = instance;
        arrival = new(instance, release, file, trust, Words());
        from = Unproved() ?? instance.Current!;
    }

    public Task RunAsync(bool dry, TextWriter output) => new Installation(arrival, "upgrade", from).RunAsync(
        plan => [arrival.KeepTrust, arrival.Unpacking.Step, BackUp(), Pack(arrival.Version), arrival.Machine(plan), arrival.Switch(from), arrival.Health], Back(), dry, output);

    /// <summary>Where an earlier run ended before its release served well, what ran before that is what to go back to.</summary>
    private ReleaseVersion? Unproved() =>
        Journal.Unfinished(instance) is { From: { } before } && ReleaseVersion.Parse(before) is var version && version != arrival.Version && Directory.Exists(instance.Release(version)) ? version : null;

    private Step BackUp() => new("backup", [$"$ systemctl start egov-backup@{instance.Name}.service", $"+ {instance.Backups}/{{data,keys}}/<time>/"], async () =>
    {
        if (instance.Current == arrival.Version)
        {
            return $"made before {arrival.Version} became current";
        }

        await StartUnitAsync("egov-backup");
        return Path.Combine(instance.Backups, "data") is var folder && Directory.Exists(folder) && Directory.EnumerateDirectories(folder, "2*").Max() is { } newest
            ? newest
            : throw new InstallException($"There is no backup in {instance.Backups} although one was made.");
    });

    private Step Pack(ReleaseVersion version) => new("pack", instance.UsesPackOfRelease ? [$"+ {instance.Home}/next -> releases/{version}", $"$ systemctl start egov-activate@{instance.Name}.service"] : ["the pack is your own folder; make it live yourself: egov pack activate"], async () =>
    {
        if (!instance.UsesPackOfRelease)
        {
            return "is your own folder and stays as it is";
        }

        await arrival.Programs.RunAsync("ln", "-sfn", $"releases/{version}", Path.Combine(instance.Home, "next"));
        await StartUnitAsync("egov-activate");
        return $"of {version} is live";
    });

    private Step[] Back() =>
    [
        Run("machine", instance.Installer(from), arrival.Words),
        Pack(from),
        // Also where it is current: it may not run.
        Run("switch", instance.Script(from, "egov-switch"), instance.Name, from.ToString()),
        new Health(instance, from).Step,
        new("trust", [], () =>
        {
            instance.Trust.Restore();
            return Task.FromResult("as it was");
        }),
    ];

    private Step Run(string name, string program, params IEnumerable<string> words) => new(name, [], async () =>
    {
        await arrival.Programs.RunAsync(program, words);
        return $"as {from} needs it";
    });

    private Task StartUnitAsync(string unit) => arrival.Programs.RunAsync("systemctl", "start", $"{unit}@{instance.Name}.service");

    private string[] Words() => File.Exists(instance.Words)
        ? File.ReadAllLines(instance.Words)
        : throw new InstallException($"{instance.Words} is not there: run infra/systemd/install.sh of the current release once more, with the words that made the instance.");
}
