using System.Globalization;
using System.Text.Json;
using Platform.Cli.Backups;
using Platform.Core.Data;

namespace Platform.Cli.Doctor;

/// <summary>Whether backups are made, were restored once, and forget as promised.</summary>
/// <param name="folder">The folder of all backups, or null.</param>
internal sealed class BackupChecks(string? folder, int keysDays, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(26);
    private static readonly TimeSpan Week = TimeSpan.FromDays(8);

    public async Task<IReadOnlyList<Finding>> RunAsync()
    {
        if (folder is null)
        {
            return [Finding.Warn("backups", "No folder of backups was named", "Name it with --backups FOLDER; make one with: egov backup --to FOLDER")];
        }

        var kept = new KeptBackups(folder);
        return [Newest("backups.data", "The data was copied", kept.Data), Newest("backups.keys", "The keys were copied", kept.Keys), Forgotten(kept), Heads(), await DrillAsync()];
    }

    private Finding Newest(string check, string what, IReadOnlyList<string> times) => times is [var newest, ..]
        ? Finding.ByAge(check, what, AgeOf(newest), Day, Week, "See why: journalctl -u 'egov-backup@*'; make one now: egov backup")
        : Finding.Fail(check, $"There is none in {folder}", "Make one now: egov backup --to FOLDER; then every night, by the timer of infra/systemd");

    // The promise to everybody who was erased: gone from all backups after so many days.
    private Finding Forgotten(KeptBackups kept)
    {
        var old = kept.Keys.Skip(1).Where(time => AgeOf(time) > TimeSpan.FromDays(keysDays + 2)).ToList();
        return old.Count == 0
            ? Finding.Ok("backups.forgotten", FormattableString.Invariant($"No copy of keys is older than {keysDays} days but the newest"))
            : Finding.Fail("backups.forgotten", FormattableString.Invariant($"{old.Count} copies of keys are older than the {keysDays} days after which erased people are promised to be gone"), $"Remove {string.Join(", ", old.Take(3).Select(kept.KeysOf))}");
    }

    private Finding Heads()
    {
        var heads = Path.Combine(folder!, "heads");
        var newest = Directory.Exists(heads) ? Directory.GetFiles(heads, "head-*.json").Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max() : default;
        return newest == default
            ? Finding.Warn("backups.heads", "No head of the audit was kept beside the backups", "egov audit head --to FOLDER/heads, every hour")
            : Finding.ByAge("backups.heads", "The audit's head was kept", clock.GetUtcNow() - newest, TimeSpan.FromHours(3), Week, "egov audit head --to FOLDER/heads, every hour");
    }

    private async Task<Finding> DrillAsync()
    {
        const string Advice = "Run it: infra/systemd/scripts/egov-drill; a backup that was never restored is a hope";
        var file = Path.Combine(folder!, "drill.json");
        if (!File.Exists(file))
        {
            return Finding.Warn("backups.drill", "No backup was ever restored for trial", Advice);
        }

        using var drill = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        var at = Instant.Parse(drill.RootElement.GetProperty("at").GetString()!);
        return Finding.ByAge("backups.drill", $"The backup of {drill.RootElement.GetProperty("backup").GetString()} was restored for trial, {drill.RootElement.GetProperty("cases").GetInt64()} cases,", clock.Now().Since(at), Week, TimeSpan.FromDays(35), Advice);
    }

    private TimeSpan AgeOf(string time) => clock.GetUtcNow() - DateTimeOffset.ParseExact(time, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
