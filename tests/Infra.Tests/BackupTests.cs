using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Audit;
using Platform.Infra.Tests.Machines;
using Platform.Testing;

namespace Platform.Infra.Tests;

/// <summary>Backups of a real instance, and the drill that restores them.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Data_and_keys_are_copied_apart_and_the_instance_key_not_at_all(DatabaseKind kind)
    {
        Need();
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        await File.WriteAllTextAsync(Path.Combine(platform.Folder, "upload"), "what somebody sent");

        // The keys of a test lie in SQLite; one script copies either.
        var (code, output) = await BackupAsync(platform, kind == DatabaseKind.Postgres ? platform.ConnectionString : null);

        Assert.True(code == 0, output);
        var data = Directory.GetDirectories(folder["data"]).Single();
        var dump = kind == DatabaseKind.Postgres ? "platform.dump" : "platform.db";
        Assert.Equal(["SHA256SUMS", "files.tar", dump], Directory.GetFiles(data).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var files = await Tool.DoAsync("tar", "-tf", Path.Combine(data, "files.tar"));
        Assert.Contains("./upload\n", files, StringComparison.Ordinal);
        Assert.DoesNotContain("key", files, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["SHA256SUMS", "keys.db"], Directory.GetFiles(Directory.GetDirectories(folder["keys"]).Single()).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_drill_restores_the_newest_and_judges_its_audit()
    {
        Need();
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        await ActivatorUtilities.CreateInstance<SealAudit>(platform.Services).RunAsync(CancellationToken.None);
        Assert.Equal(0, (await BackupAsync(platform)).Code);
        var release = Release();
        Assert.Equal(0, (await RunAsync("egov-head", release, platform.Folder, folder["heads"])).Code);

        var (code, output) = await RunAsync("egov-drill", release, "no-pack", platform.Folder, folder.Path);

        Assert.True(code == 0, output);
        Assert.Contains(" 0 faults", output, StringComparison.Ordinal);
        var result = JsonDocument.Parse(await File.ReadAllTextAsync(folder["drill.json"])).RootElement;
        Assert.True(result.GetProperty("audit").GetInt64() > 0);
        Assert.StartsWith("head-", result.GetProperty("head").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_was_damaged_fails_the_drill()
    {
        Need();
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        Assert.Equal(0, (await BackupAsync(platform)).Code);
        await using (var file = File.OpenWrite(Path.Combine(Directory.GetDirectories(folder["data"]).Single(), "platform.db")))
        {
            file.Seek(5000, SeekOrigin.Begin);
            file.WriteByte(0xFF);
        }

        var (code, output) = await RunAsync("egov-drill", Release(), "no-pack", platform.Folder, folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("platform.db is not as it was written.", output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["drill.json"]));
    }

    [Fact]
    public async Task Keys_expire_before_data_and_the_newest_of_each_stays()
    {
        Need();
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        foreach (var (kind, days) in new[] { ("data", 40), ("data", 20), ("keys", 20), ("keys", 5) })
        {
            var then = TimeProvider.System.GetUtcNow().AddDays(-days);
            var old = Directory.CreateDirectory(folder[$"{kind}/{then:yyyyMMdd}T000000Z"]);
            // As on a new disk, to which it was copied today.
            old.LastWriteTimeUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
        }

        Assert.Equal(0, (await BackupAsync(platform)).Code);

        Assert.Equal(2, Directory.GetDirectories(folder["data"]).Length);
        Assert.Equal(2, Directory.GetDirectories(folder["keys"]).Length);
    }

    [Fact]
    public async Task The_drill_starts_an_instance_with_its_modules_from_outside()
    {
        Need();
        var releases = new TestReleases(Directory.CreateDirectory(folder["releases"]).FullName);
        releases.Prepare();
        string[] words = ["--modules", TestReleases.Module, "--release", releases.Write("1.0.0"), "--release-trust", releases.Roots, "--release-country", releases.Country];
        var pack = Path.Combine(TestFolder.RepositoryRoot, "templates/module/Sample.Tests/sample-register");
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, pack, [], words);
        Assert.Equal(0, (await BackupAsync(platform)).Code);

        var (code, output) = await Tool.RunWithAsync(
            new() { ["EGOV_STORES"] = "", ["DOTNET_ROOT"] = TestMachine.DotnetRoot, ["EGOV_DRILL_START"] = "yes", ["EGOV_PUBLIC_URL"] = "https://portal.example" },
            Tool.Infra("systemd/scripts/egov-drill"), [Release(), pack, platform.Folder, folder.Path, .. words]);

        Assert.True(code == 0, output);
        Assert.Contains("the portal starts from it", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_at_work_is_not_disturbed_by_another()
    {
        Need();
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var part = Directory.CreateDirectory(folder["data/.20260101T000000Z.part"]).FullName;
        await using var working = new FileStream(folder[".lock"], FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var (code, output) = await BackupAsync(platform);

        Assert.Equal(1, code);
        Assert.Contains("Another backup", output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(part));
        working.Close();
        Assert.Equal(0, (await BackupAsync(platform)).Code);
        Assert.False(Directory.Exists(part));
    }

    public void Dispose() => folder.Dispose();

    private static void Need() => Tool.Need(root: false, "sqlite3", "pg_dump", "tar");

    private Task<(int Code, string Output)> BackupAsync(TestPlatform platform, string? database = null) =>
        Tool.RunWithAsync(new() { ["EGOV_STORES"] = database is null ? "" : $"--database \"{database}\"" }, Tool.Infra("systemd/scripts/egov-backup"), platform.Folder, folder.Path);

    private static Task<(int Code, string Output)> RunAsync(string script, params string[] args) =>
        Tool.RunWithAsync(new() { ["EGOV_STORES"] = "", ["DOTNET_ROOT"] = "/usr/share/dotnet" }, Tool.Infra($"systemd/scripts/{script}"), args);

    /// <summary>What was built just now, laid as a release is.</summary>
    private string Release()
    {
        File.CreateSymbolicLink(Directory.CreateDirectory(folder["release"]).FullName + "/binaries", AppContext.BaseDirectory.TrimEnd('/'));
        return folder["release"];
    }
}
