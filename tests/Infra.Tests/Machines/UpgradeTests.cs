using System.Diagnostics;
using System.Text;

namespace Platform.Infra.Tests.Machines;

/// <summary><c>egov install</c> and <c>egov upgrade</c> on a whole machine without network, people using the portal meanwhile.</summary>
public sealed class UpgradeTests(InstalledMachine portal) : IClassFixture<InstalledMachine>
{
    private static readonly string[] Kept = ["/srv/egov", "/etc", "/var/backups", "/usr/local"];

    [Fact]
    public async Task Under_load_no_acknowledged_case_is_lost_and_no_request_fails()
    {
        var next = portal.NextVersion();
        await using var crowd = await Crowd.ComeAsync(portal);

        var (code, output) = await portal.UpgradeAsync(portal.Releases.Write(next));
        Assert.True(code == 0, $"{output}\n{await portal.Machine.LogsAsync()}");
        await crowd.SendMoreAsync();

        await crowd.GoAsync(portal);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Empty(crowd.Failures);
        Assert.Contains($"starting {next} beside", output, StringComparison.Ordinal);
        await ServesAsync(next);
        Assert.Contains($"{next}\"", (await portal.JournalAsync()).Last(), StringComparison.Ordinal);
        Assert.Contains("\"step\":\"done\"", (await portal.JournalAsync()).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_does_not_become_ready_leaves_the_old_one_and_loses_nothing()
    {
        var before = portal.Current;
        await using var crowd = await Crowd.ComeAsync(portal);

        var (code, output) = await portal.UpgradeAsync(portal.Releases.Write(portal.NextVersion(), broken: true));
        await crowd.SendMoreAsync();

        await crowd.GoAsync(portal);
        Assert.Equal(1, code);
        Assert.Contains($"{before} is current.", output, StringComparison.Ordinal);
        Assert.Empty(crowd.Failures);
        await ServesAsync(before);
        Assert.Contains("\"step\":\"failed\"", (await portal.JournalAsync()).Last(), StringComparison.Ordinal);
    }

    // The module's first migration finds a table of its name.
    [Fact]
    public async Task A_release_whose_migration_fails_leaves_the_old_one_and_loses_nothing()
    {
        var before = portal.Current;
        await portal.SqlAsync("set role \"egov-demo\"; create table sample_entry (nothing int)");
        await portal.OptionsAsync($"--modules {TestReleases.Module} --release ../release.egov --release-accepted ../ACCEPTED --release-trust /srv/egov/demo/trust/roots.pem --release-country /srv/egov/demo/trust/country.pem");
        await using var crowd = await Crowd.ComeAsync(portal);

        var (code, output) = await portal.UpgradeAsync(portal.Releases.Write(portal.NextVersion()));
        await crowd.SendMoreAsync();

        await crowd.GoAsync(portal);
        var log = await portal.Machine.LogsAsync();
        await portal.OptionsAsync("");
        await portal.SqlAsync("drop table sample_entry");
        Assert.True(code == 1, output);
        Assert.Contains("migration sample/", log, StringComparison.Ordinal);
        Assert.Empty(crowd.Failures);
        await ServesAsync(before);
    }

    [Fact]
    public async Task Killed_at_every_step_and_run_again_it_ends_right()
    {
        var next = portal.NextVersion();
        var file = portal.Releases.Write(next);
        var (_, plan) = await portal.UpgradeAsync(file, "--dry-run");
        var steps = plan.Split('\n').Where(line => line.Length > 3 && char.IsAsciiDigit(line[0]) && line[1] == '/').ToList();
        Assert.True(steps.Count > 5, plan);
        await using var crowd = await Crowd.ComeAsync(portal);

        // Alone, or with everything it has started; the longest one both ways.
        var said = "";
        foreach (var (step, i) in steps.SelectMany(step => step.EndsWith("switch", StringComparison.Ordinal) ? [step, step] : new[] { step }).Select((step, i) => (step, i)))
        {
            said += await KillAtAsync(file, step, group: i % 2 == 1);
            Assert.All(Directory.EnumerateDirectories(portal.Machine["/srv/egov/demo/releases"]).Where(release => !Path.GetFileName(release).StartsWith('.')), release => Assert.True(File.Exists(Path.Combine(release, "MANIFEST")), release));
        }

        var (code, output) = await portal.UpgradeAsync(file);
        Assert.True(code == 0, $"{output}\n{await portal.Machine.LogsAsync()}");
        await crowd.SendMoreAsync();
        await crowd.GoAsync(portal);
        Assert.Empty(crowd.Failures);
        await ServesAsync(next);
        Assert.Contains("was interrupted after: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_to_be_trusted_is_refused_before_a_byte_is_written()
    {
        var next = portal.NextVersion();
        var good = portal.Releases.Write(next);
        var flipped = good + ".flipped";
        var bytes = await File.ReadAllBytesAsync(good);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(flipped, bytes);
        var before = await SnapshotAsync();

        await RefusedAsync("is not what was signed", flipped);
        await RefusedAsync("is older than", portal.Releases.Write("0.9.0"));
        await RefusedAsync("has countersigned", portal.Releases.Write(portal.NextVersion(), countersigned: false));
        await RefusedAsync("has been revoked", good, "--trust", portal.Releases.RootsWithRevocation);

        Assert.Equal(before, await SnapshotAsync());
    }

    [Fact]
    public async Task A_dry_run_tells_every_step_and_changes_no_byte()
    {
        var next = portal.NextVersion();
        var file = portal.Releases.Write(next);
        var before = await SnapshotAsync();

        var (code, output) = await portal.UpgradeAsync(file, "--dry-run");

        Assert.True(code == 0, output);
        Assert.Equal(before, await SnapshotAsync());
        Assert.Contains($"+ /srv/egov/demo/releases/{next}/", output, StringComparison.Ordinal);
        Assert.Contains("systemctl start egov-backup@demo.service", output, StringComparison.Ordinal);
        Assert.Contains("0 changes would be made", output, StringComparison.Ordinal);
        Assert.Contains($"egov-switch demo {next}", output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Installing_tells_what_a_module_may_do_and_who_signed_it()
    {
        Assert.Contains("tables       sample_entry", portal.Said, StringComparison.Ordinal);
        Assert.Contains("permissions  sample.view", portal.Said, StringComparison.Ordinal);
        Assert.Contains("It runs with full trust", portal.Said, StringComparison.Ordinal);
        Assert.Contains("It is signed with the release, by CN=\"A ministry, releases\"", portal.Said, StringComparison.Ordinal);
    }

    private async Task ServesAsync(string version)
    {
        Assert.Equal(version, portal.Current);
        Assert.Equal(version, await portal.RunningAsync());
        Assert.NotEqual(0, (await portal.Machine.RunAsync("systemctl", "-q", "is-active", "egov-next@demo.service")).Code);
        Assert.False(Path.Exists(portal.Machine["/srv/egov/demo/next"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(portal.Machine["/srv/egov/demo/releases"], ".*"));
    }

    private async Task RefusedAsync(string why, params string[] words)
    {
        var (code, output) = await portal.UpgradeAsync(words);

        Assert.Equal(1, code);
        Assert.Contains(why, output, StringComparison.Ordinal);
    }

    /// <returns>What it had said until then.</returns>
    private async Task<string> KillAtAsync(string file, string step, bool group)
    {
        using var upgrade = Process.Start(portal.Upgrade(file))!;
        var said = new StringBuilder();
        for (var line = ""; line != step && line is not null; line = await upgrade.StandardOutput.ReadLineAsync())
        {
            said.AppendLine(line);
        }

        // In the midst of it rather than before it.
        await Task.Delay(150);
        await portal.KillUpgradeAsync(group);
        await upgrade.WaitForExitAsync();
        return said.ToString();
    }

    // Names, sizes, modes, times; what the portal itself writes into its data is not of the upgrade.
    private Task<string> SnapshotAsync() => portal.Machine.DoAsync("find", [.. Kept, "-path", "/srv/egov/demo/data", "-prune", "-o", "-printf", "%p %s %m %U %T@ %l\n"]);
}
