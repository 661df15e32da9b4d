using System.CommandLine;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Cases.Erasure;
using Platform.Testing;

namespace Platform.Cli.Tests.Backups;

/// <summary>Backups of an instance that runs, put back in another place as an operator does it.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly List<string> databases = [];

    private string Kept => folder["backups"];

    public ValueTask InitializeAsync()
    {
        string[] programs = ["sqlite3", "pg_dump", "pg_restore", "tar"];
        var missing = programs.Where(p => !Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(d => File.Exists(Path.Combine(d, p)))).ToList();
        Assert.SkipWhen(missing.Count > 0, $"Not installed: {string.Join(", ", missing)}");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases)
        {
            await Databases.DropAsync(database);
        }

        folder.Dispose();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_backed_up_is_back_and_what_was_erased_since_stays_erased(DatabaseKind kind)
    {
        await using var platform = await DemonstrationAsync(kind);
        await BackUpAsync(platform);
        var (cases, gone) = await CasesAsync(platform.ConnectionString);
        await platform.Services.GetRequiredService<Erasures>().EraseAsync(gone, Actor.System);
        await platform.SettleAsync();
        // Keys only, so that the newest of them know of the erasure.
        await Task.Delay(1100);
        await BackUpAsync(platform);
        var first = Directory.GetDirectories(Path.Combine(Kept, "data")).Order(StringComparer.Ordinal).First();

        var (target, args) = await TargetAsync(platform, kind);
        var (code, output) = await RestoreAsync([.. args, "--backup", Path.GetFileName(first), "--report", folder["report.json"]]);

        Assert.True(code == 0, output);
        Assert.Contains($"restored: {cases} cases", output, StringComparison.Ordinal);
        Assert.Contains("0 faults", output, StringComparison.Ordinal);
        Assert.Contains($"{cases - 1} cases can be read, 1 were erased", output, StringComparison.Ordinal);
        Assert.Equal(cases, JsonNode.Parse(await File.ReadAllTextAsync(folder["report.json"]))!["cases"]!.GetValue<long>());
        Assert.Equal(cases, (await CasesAsync(target)).Count);
        Assert.Contains(Directory.GetFiles(folder["restored"], "*", SearchOption.AllDirectories), f => f.Contains("/files/", StringComparison.Ordinal));
        await RefusesChangeAsync(target);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_living_instance_is_refused_and_put_aside_only_when_told(DatabaseKind kind)
    {
        await using var platform = await DemonstrationAsync(kind);
        await BackUpAsync(platform);
        var (target, args) = await TargetAsync(platform, kind);
        Assert.Equal(0, (await RestoreAsync(args)).Code);

        var (refused, why) = await RestoreAsync(args);
        Assert.Equal(1, refused);
        Assert.Contains("hold something already", why, StringComparison.Ordinal);

        var (code, output) = await RestoreAsync([.. args, "--aside"]);
        Assert.True(code == 0, output);
        Assert.Contains("was put aside", output, StringComparison.Ordinal);
        Assert.Equal((await CasesAsync(platform.ConnectionString)).Count, (await CasesAsync(target)).Count);
        Assert.NotEmpty(Directory.GetDirectories(folder["restored"], "aside-*"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Where_the_portal_runs_nothing_is_put_aside(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        await BackUpAsync(platform);
        // What the host's own program holds while it runs.
        await using var held = kind == DatabaseKind.Sqlite ? new FileStream(Path.Combine(platform.Folder, "instance.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None) : null;

        var (code, output) = await RestoreAsync(["--data", platform.Folder, .. kind == DatabaseKind.Postgres ? ["--database", platform.ConnectionString] : Array.Empty<string>(), "--aside"]);

        Assert.Equal(1, code);
        Assert.Contains("stop the portal", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(platform.Folder, "aside-*"));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await platform.Client().GetAsync("/en")).StatusCode);
    }

    [Fact]
    public async Task A_damaged_copy_is_refused_before_anything_is_written()
    {
        await using var platform = await DemonstrationAsync(DatabaseKind.Sqlite);
        await BackUpAsync(platform);
        var copy = Path.Combine(Directory.GetDirectories(Path.Combine(Kept, "data")).Single(), "files.tar");
        await using (var file = File.OpenWrite(copy))
        {
            file.Seek(700, SeekOrigin.Begin);
            file.WriteByte(0xFE);
        }

        var (_, args) = await TargetAsync(platform, DatabaseKind.Sqlite);
        var (code, output) = await RestoreAsync(args);

        Assert.Equal(1, code);
        Assert.Contains("files.tar is not as it was written.", output, StringComparison.Ordinal);
        Assert.Equal(["keys"], Directory.GetFileSystemEntries(folder["restored"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_audit_that_does_not_contain_the_kept_head_is_told()
    {
        await using var platform = await DemonstrationAsync(DatabaseKind.Sqlite);
        var head = await platform.Services.GetRequiredService<AuditVerifier>().NewestHeadAsync();
        Directory.CreateDirectory(Path.Combine(Kept, "heads"));
        await File.WriteAllTextAsync(Path.Combine(Kept, "heads", "head-000000000002.json"), (head! with { Size = 2 }).ToJson());
        await BackUpAsync(platform);

        var (_, args) = await TargetAsync(platform, DatabaseKind.Sqlite);
        var (code, output) = await RestoreAsync(args);

        Assert.Equal(1, code);
        Assert.Contains("do not give the root that was signed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_instance_key_it_says_which_one_is_needed()
    {
        await using var platform = await DemonstrationAsync(DatabaseKind.Sqlite);
        await BackUpAsync(platform);
        var (_, args) = await TargetAsync(platform, DatabaseKind.Sqlite);
        Directory.Delete(folder["restored"], recursive: true);

        var (code, output) = await RestoreAsync(args);

        Assert.Equal(1, code);
        Assert.Contains("egov keys restore", output, StringComparison.Ordinal);
    }

    private static async Task<TestPlatform> DemonstrationAsync(DatabaseKind kind)
    {
        var platform = await TestPlatform.StartAsync(kind, "e-laos", configure: null, "--demo");
        await platform.SettleAsync();
        await ActivatorUtilities.CreateInstance<SealAudit>(platform.Services).RunAsync(CancellationToken.None);
        return platform;
    }

    private async Task BackUpAsync(TestPlatform platform)
    {
        var (code, output) = await RunAsync("backup", "--data", platform.Folder, "--database", platform.ConnectionString, "--to", Kept);
        Assert.True(code == 0, output);
    }

    // The instance key comes from its keeper, not from the backup.
    private async Task<(string ConnectionString, string[] Args)> TargetAsync(TestPlatform platform, DatabaseKind kind)
    {
        Directory.CreateDirectory(folder["restored/keys"]);
        foreach (var key in Directory.GetFiles(Path.Combine(platform.Folder, "keys"), "*.key"))
        {
            File.Copy(key, Path.Combine(folder["restored/keys"], Path.GetFileName(key)));
        }

        var target = await Databases.CreateAsync(kind, folder["restored"]);
        databases.Add(target);
        return (target, ["--data", folder["restored"], .. kind == DatabaseKind.Postgres ? ["--database", target] : Array.Empty<string>()]);
    }

    private Task<(int Code, string Output)> RestoreAsync(string[] args) => RunAsync(["restore", "--from", Kept, .. args]);

    private static async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        var output = new StringWriter();
        var code = await EgovCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }

    private static async Task<(long Count, Guid One)> CasesAsync(string connectionString)
    {
        await using var db = new Db(connectionString);
        await using var connection = await db.OpenAsync();
        return (await connection.ExecuteScalarAsync<long>("select count(*) from cases_case"), await connection.QueryFirstAsync<Guid>("select case_id from cases_answers order by case_id limit 1"));
    }

    private static async Task RefusesChangeAsync(string connectionString)
    {
        await using var db = new Db(connectionString);
        var error = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.WriteAsync("update platform_audit set action = 'x'"));
        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
    }
}
