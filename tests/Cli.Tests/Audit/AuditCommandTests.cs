using System.CommandLine;
using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Cli.Audit;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Cli.Tests.Audit;

public sealed class AuditCommandTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_counts_rows_and_fails_when_one_was_changed(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var subject = Guid.CreateVersion7();
        await platform.Services.GetRequiredService<Acts>().Begin(Actor.System).Audit("case", subject, "cases.view").CommitAsync();
        await ActivatorUtilities.CreateInstance<SealAudit>(platform.Services).RunAsync(CancellationToken.None);

        var (code, output) = await RunAsync(platform, "verify");
        Assert.True(code == 0, output);
        Assert.EndsWith("0 faults", output.TrimEnd(), StringComparison.Ordinal);

        await TamperAsync(platform.Services.GetRequiredService<Db>(), subject);
        (code, output) = await RunAsync(platform, "verify");
        Assert.Equal(1, code);
        Assert.Contains("was changed after it had been written", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_was_copied_is_read_back()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        await ActivatorUtilities.CreateInstance<SealAudit>(platform.Services).RunAsync(CancellationToken.None);
        var (_, json) = await RunAsync(platform, "head");
        var copy = Path.Combine(platform.Folder, "head.json");
        await File.WriteAllTextAsync(copy, json);

        var (code, output) = await RunAsync(platform, "verify", "--head", copy);

        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task A_head_is_kept_once_in_a_folder()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        await ActivatorUtilities.CreateInstance<SealAudit>(platform.Services).RunAsync(CancellationToken.None);
        var heads = Path.Combine(platform.Folder, "heads");

        await RunAsync(platform, "head", "--to", heads);
        var (code, output) = await RunAsync(platform, "head", "--to", heads);

        Assert.True(code == 0, output);
        var kept = Assert.Single(Directory.GetFiles(heads));
        Assert.Equal(kept, output.Trim());
        Assert.Equal(0, (await RunAsync(platform, "verify", "--head", kept)).Code);
    }

    // As a job of a cluster runs it: on a command line a password would be read by everybody on the machine.
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Where_the_databases_are_it_takes_from_the_environment_as_the_host_does(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        await ActivatorUtilities.CreateInstance<SealAudit>(platform.Services).RunAsync(CancellationToken.None);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "egov.dll"), "audit", "head"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["PLATFORM_data"] = platform.Folder;
        start.Environment["PLATFORM_database"] = platform.ConnectionString;

        using var egov = Process.Start(start)!;
        var head = await egov.StandardOutput.ReadToEndAsync();
        await egov.WaitForExitAsync();

        Assert.NotNull(AuditHead.FromJson(head));
    }

    private static async Task TamperAsync(Db db, Guid subject)
    {
        await using var connection = await db.OpenAsync();
        await connection.ExecuteAsync(db.IsPostgres ? "alter table platform_audit disable trigger all" : "drop trigger platform_audit_no_update");
        await connection.ExecuteAsync("update platform_audit set action = 'cases.decide' where subject_id = @subject", new { subject });
    }

    private static async Task<(int Code, string Output)> RunAsync(TestPlatform platform, params string[] args)
    {
        var output = new StringWriter();
        string[] places = ["--data", platform.Folder, "--database", platform.ConnectionString];
        var code = await AuditCommand.Create().Parse([.. args, .. places]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }
}
