using System.Diagnostics;
using System.Text;

namespace Platform.Infra.Tests.Machines;

/// <summary><c>egov install</c> and <c>egov upgrade</c> on a whole machine without network, people using the portal meanwhile.</summary>
public sealed class UpgradeTests(InstalledMachine installed) : IClassFixture<InstalledMachine>
{
    private static readonly string[] Kept = ["/srv/egov", "/etc", "/var/backups", "/usr/local"];

    private readonly Portal portal = installed.Portal;

    // The older program does not know a key of the newer one's pack.
    [Fact]
    public async Task Under_load_no_request_fails_on_the_way_up_and_no_acknowledged_case_is_lost_there_and_back()
    {
        var (before, next) = (portal.Current, installed.NextVersion());
        await using var crowd = await Crowd.ComeAsync(portal);

        var (code, output) = await portal.UpgradeAsync(installed.Releases.Write(next, TestReleases.Newer));
        Assert.True(code == 0, $"{output}\n{await installed.Machine.LogsAsync()}");
        await crowd.SendMoreAsync();
        await crowd.WasNotDisturbedAsync(installed.Machine);
        Assert.Contains($"starting {next} beside", output, StringComparison.Ordinal);
        await ServesAsync(next);
        await EndsAsync("done", next);

        var (backCode, back) = await portal.UpgradeAsync(installed.Releases.Write(before), "--allow-rollback");
        Assert.True(backCode == 0, $"{back}\n{await installed.Machine.LogsAsync()}");
        await crowd.SendMoreAsync();

        await crowd.GoAsync(portal);
        TestContext.Current.TestOutputHelper?.WriteLine(output + back);
        await ServesAsync(before);
        await EndsAsync("done", before);
    }

    [Fact]
    public async Task A_release_that_serves_otherwise_than_it_should_gives_way_to_the_old_one_with_its_pack()
    {
        var (before, next) = (portal.Current, installed.NextVersion());
        await using var crowd = await Crowd.ComeAsync(portal);

        var (code, output) = await portal.UpgradeAsync(installed.Releases.Write(next, TestReleases.Strange));
        await crowd.SendMoreAsync();

        await crowd.GoAsync(portal);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.Equal(1, code);
        Assert.Contains($"{next} is current.\n", output, StringComparison.Ordinal);
        Assert.Contains($"not {next}. {before} is current.", output, StringComparison.Ordinal);
        await ServesAsync(before);
        await EndsAsync("back", next);
    }

    [Fact]
    public async Task What_fails_when_the_current_release_is_gone_through_again_leads_to_no_other()
    {
        var before = portal.Current;
        await portal.SettingsAsync("EGOV_PACK=of-another-name");

        var (code, output) = await portal.UpgradeAsync(installed.Releases.Write(before));

        await portal.SettingsAsync();
        Assert.Equal(1, code);
        Assert.Contains("systemctl did not succeed. On the way back, pack: ", output, StringComparison.Ordinal);
        await ServesAsync(before);
        await EndsAsync("failed", before);
    }

    [Fact]
    public async Task A_release_that_does_not_become_ready_leaves_the_old_one_and_loses_nothing()
    {
        var before = portal.Current;
        await using var crowd = await Crowd.ComeAsync(portal);

        var (code, output) = await portal.UpgradeAsync(installed.Releases.Write(installed.NextVersion(), TestReleases.Broken));
        await crowd.SendMoreAsync();

        await crowd.GoAsync(portal);
        Assert.Equal(1, code);
        Assert.Contains($"{before} is current.", output, StringComparison.Ordinal);
        await crowd.WasNotDisturbedAsync(installed.Machine);
        await ServesAsync(before);
        Assert.Contains("\"step\":\"failed\"", (await portal.JournalAsync())[^2], StringComparison.Ordinal);
        Assert.Contains("\"step\":\"back\"", (await portal.JournalAsync())[^1], StringComparison.Ordinal);
    }

    // The module's first migration finds a table of its name.
    [Fact]
    public async Task A_release_whose_migration_fails_leaves_the_old_one_and_loses_nothing()
    {
        var before = portal.Current;
        await portal.SqlAsync("set role \"egov-demo\"; create table sample_entry (nothing int)");
        await portal.SettingsAsync($"EGOV_OPTIONS=--modules {TestReleases.Module}");
        await using var crowd = await Crowd.ComeAsync(portal);

        var (code, output) = await portal.UpgradeAsync(installed.Releases.Write(installed.NextVersion()));
        await crowd.SendMoreAsync();

        await crowd.GoAsync(portal);
        var log = await installed.Machine.WholeLogsAsync();
        await portal.SettingsAsync();
        await portal.SqlAsync("drop table sample_entry");
        Assert.True(code == 1, output);
        Assert.Contains("migration sample/", log, StringComparison.Ordinal);
        await crowd.WasNotDisturbedAsync(installed.Machine);
        await ServesAsync(before);
    }

    [Fact]
    public async Task Killed_at_every_step_and_run_again_it_ends_right()
    {
        var next = installed.NextVersion();
        var file = installed.Releases.Write(next);
        await using var crowd = await Crowd.ComeAsync(portal);

        var said = await KillAtEachStepAsync(portal, portal.UpgradeWords(file));

        var (code, output) = await portal.UpgradeAsync(file);
        Assert.True(code == 0, $"{output}\n{await installed.Machine.LogsAsync()}");
        await crowd.SendMoreAsync();
        await crowd.GoAsync(portal);
        await crowd.WasNotDisturbedAsync(installed.Machine);
        await ServesAsync(next);
        Assert.Contains("was interrupted after: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_to_be_trusted_is_refused_before_a_byte_is_written()
    {
        var next = installed.NextVersion();
        var good = installed.Releases.Write(next);
        var flipped = good + ".flipped";
        var bytes = await File.ReadAllBytesAsync(good);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(flipped, bytes);
        var before = await SnapshotAsync();

        await RefusedAsync("is not what was signed", flipped);
        await RefusedAsync("is older than", installed.Releases.Write("0.9.0"));
        await RefusedAsync("has countersigned", installed.Releases.Write(installed.NextVersion(), countersigned: false));
        await RefusedAsync("has been revoked", good, "--trust", installed.Releases.RootsWithRevocation);

        Assert.Equal(before, await SnapshotAsync());
    }

    [Fact]
    public async Task A_dry_run_tells_every_step_and_changes_no_byte()
    {
        var next = installed.NextVersion();
        var file = installed.Releases.Write(next);
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
        Assert.Contains("tables       sample_entry", installed.Said, StringComparison.Ordinal);
        Assert.Contains("permissions  sample.view", installed.Said, StringComparison.Ordinal);
        Assert.Contains("It runs with full trust", installed.Said, StringComparison.Ordinal);
        Assert.Contains("It is signed with the release, by CN=\"A ministry, releases\"", installed.Said, StringComparison.Ordinal);
    }

    // The switch is a restart there: people wait, and what they were promised is kept.
    [Fact]
    public async Task An_instance_on_SQLite_is_installed_killed_at_every_step_and_upgraded_without_losing_a_case()
    {
        var lite = await installed.PortalAsync("lite");
        var words = lite.InstallWords(installed.Releases.Write("1.0.0"), installed.Releases.Roots, installed.Releases.Country, "--", "--port", "5110", "--database", "sqlite");
        await KillAtEachStepAsync(lite, words, InstalledMachine.Egov);
        TestContext.Current.TestOutputHelper?.WriteLine(await installed.Machine.DoAsync(InstalledMachine.Egov, words));
        await ServesAsync(lite, "1.0.0");
        await using var crowd = await Crowd.ComeAsync(lite);

        var (code, output) = await lite.UpgradeAsync(installed.Releases.Write("1.1.0", TestReleases.Newer));
        Assert.True(code == 0, $"{output}\n{await installed.Machine.LogsAsync()}");
        await crowd.SendMoreAsync();

        await crowd.GoAsync(lite);
        await ServesAsync(lite, "1.1.0");
    }

    private Task ServesAsync(string version) => ServesAsync(portal, version);

    private async Task ServesAsync(Portal one, string version)
    {
        Assert.Equal(version, one.Current);
        Assert.Equal(version, await one.RunningAsync());
        Assert.Equal(version, await one.PackAsync());
        Assert.NotEqual(0, (await installed.Machine.RunAsync("systemctl", "-q", "is-active", $"egov-next@{Path.GetFileName(one.Home)}.service")).Code);
        Assert.False(Path.Exists(installed.Machine[$"{one.Home}/next"]));
        Assert.False(Path.Exists(installed.Machine[$"{one.Home}/trust.before"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(installed.Machine[$"{one.Home}/releases"], ".*"));
    }

    private async Task EndsAsync(string step, string version)
    {
        var last = (await portal.JournalAsync()).Last();
        Assert.Contains($"\"step\":\"{step}\"", last, StringComparison.Ordinal);
        Assert.Contains($"\"version\":\"{version}\"", last, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(string why, string file, params string[] words)
    {
        var (code, output) = await portal.UpgradeAsync(file, words);

        Assert.Equal(1, code);
        Assert.Contains(why, output, StringComparison.Ordinal);
    }

    /// <summary>Alone, or with everything it has started; the longest one both ways.</summary>
    /// <returns>What it had said until then, each time.</returns>
    private async Task<string> KillAtEachStepAsync(Portal one, string[] words, string? egov = null)
    {
        var plan = await installed.Machine.DoAsync(egov ?? $"{one.Home}/current/binaries/egov", [.. words.TakeWhile(word => word != "--"), "--dry-run", .. words.SkipWhile(word => word != "--")]);
        var steps = plan.Split('\n').Where(line => line.Length > 3 && char.IsAsciiDigit(line[0]) && line[1] == '/').ToList();
        Assert.True(steps.Count >= 5, plan);
        var said = "";
        foreach (var (step, i) in steps.SelectMany(step => step.EndsWith("switch", StringComparison.Ordinal) ? [step, step] : new[] { step }).Select((step, i) => (step, i)))
        {
            said += await KillAtAsync(one, one.Command(words, egov), step, group: i % 2 == 1);
            var releases = installed.Machine[$"{one.Home}/releases"];
            Assert.All(Directory.Exists(releases) ? Directory.EnumerateDirectories(releases).Where(release => !Path.GetFileName(release).StartsWith('.')) : [], release => Assert.True(File.Exists(Path.Combine(release, "MANIFEST")), release));
        }

        return said;
    }

    /// <returns>What it had said until then.</returns>
    private static async Task<string> KillAtAsync(Portal one, ProcessStartInfo command, string step, bool group)
    {
        using var run = Process.Start(command)!;
        var said = new StringBuilder();
        for (var line = ""; line != step && line is not null; line = await run.StandardOutput.ReadLineAsync())
        {
            said.AppendLine(line);
        }

        // In the midst of it rather than before it.
        await Task.Delay(150);
        await one.KillAsync(group);
        await run.WaitForExitAsync();
        return said.ToString();
    }

    // Names, sizes, modes, times; what the portal itself writes into its data is not of the upgrade.
    private Task<string> SnapshotAsync() => installed.Machine.DoAsync("find", [.. Kept, "-path", "/srv/egov/demo/data", "-prune", "-o", "-printf", "%p %s %m %U %T@ %l\n"]);
}
