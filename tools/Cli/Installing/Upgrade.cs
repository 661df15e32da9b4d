using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>Another release in the place of the one that runs, and back to that one where it fails.</summary>
internal sealed class Upgrade
{
    private readonly Instance instance;
    private readonly Arrival arrival;
    private readonly ReleaseVersion from;

    /// <exception cref="InstallException">The words of the installer are not known.</exception>
    public Upgrade(Instance instance, Release release, string file)
    {
        this.instance = instance;
        // Interrupted after the switch, it is current already.
        from = instance.Current == release.Manifest.Version && instance.Previous is { } previous ? previous : instance.Current!;
        arrival = new(instance, release, file, Words());
    }

    public Task RunAsync(Trust trust, Trust? kept, bool dry, TextWriter output) => new Installation(arrival, "upgrade", from).RunAsync(
        plan => [arrival.KeepTrust(trust, kept), arrival.Unpacking.Step, BackUp(), arrival.Machine(plan), arrival.Switch(from), Activate(), arrival.Health], dry, output, BackAsync);

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

    private Step Activate() => new("pack", [instance.UsesPackOfRelease ? $"$ systemctl start egov-activate@{instance.Name}.service" : "the pack is your own folder; make it live yourself: egov pack activate"], async () =>
    {
        if (!instance.UsesPackOfRelease)
        {
            return "is your own folder and stays as it is";
        }

        await StartUnitAsync("egov-activate");
        return "of this release is live";
    });

    private async Task BackAsync()
    {
        if (File.Exists(instance.Installer(from)))
        {
            await arrival.Programs.RunAsync(instance.Installer(from), arrival.Words);
        }

        if (instance.Current == from)
        {
            return;
        }

        await arrival.Programs.RunAsync(instance.Script(arrival.Version, "egov-switch"), instance.Name, from.ToString());
        if (instance.UsesPackOfRelease)
        {
            await StartUnitAsync("egov-activate");
        }
    }

    private Task StartUnitAsync(string unit) => arrival.Programs.RunAsync("systemctl", "start", $"{unit}@{instance.Name}.service");

    private string[] Words() => File.Exists(instance.Words)
        ? File.ReadAllLines(instance.Words)
        : throw new InstallException($"{instance.Words} is not there: run infra/systemd/install.sh of the current release once more, with the words that made the instance.");
}
