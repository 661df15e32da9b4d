using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Cli.Doctor;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Testing;

namespace Platform.Cli.Tests.Doctor;

public sealed class DoctorTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_healthy_instance_fails_nothing(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        // The first seal makes its key, and a row that says so.
        await ActivatorUtilities.CreateInstance<SealAudit>(platform.Services).RunAsync(CancellationToken.None);
        await ActivatorUtilities.CreateInstance<SealAudit>(platform.Services).RunAsync(CancellationToken.None);

        var (code, findings) = await RunAsync(platform);

        var failed = findings.Where(f => f["level"]!.ToString() == "fail").ToList();
        Assert.Equal(failed.Count > 0 ? 1 : 0, code);
        // A server for tests forgets on purpose, and is told so.
        Assert.Equal(await ForgetfulAsync(platform), failed.Select(f => f["check"]!.ToString()));
        string[] seen = ["database", "migrations", "keys.instance", "keys.fit", "outbox.dead", "jobs", "audit.sealed", "pack", "disk", "permissions", "languages", "zones"];
        Assert.Empty(seen.Except(findings.Select(f => f["check"]!.ToString())));
        Assert.Contains(findings, f => f["check"]!.ToString() == (kind == DatabaseKind.Postgres ? "database.fsync" : "database.whole"));
    }

    [Fact]
    public async Task Each_thing_that_is_not_well_is_a_line_with_what_to_do()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var db = platform.Services.GetRequiredService<Db>();
        await db.WriteAsync("insert into platform_outbox (message_id, handler, type, body, created_at, available_at, attempts, error, dead_at) values (@id, 'x.Y', 'Y', '{}', @at, @at, 12, 'TimeoutException', @at)", new { id = Guid.CreateVersion7(), at = platform.Clock.Now() });
        await db.WriteAsync("delete from platform_migration where module = 'cases'");
        var keys = Directory.GetFiles(Path.Combine(platform.Folder, "keys"), "instance.key").Single();
        Directory.CreateDirectory(folder["data/20260101T000000Z"]);
        Directory.CreateDirectory(folder["keys/20260101T000000Z"]);
        Directory.CreateDirectory(folder["keys/20260102T000000Z"]);
        foreach (var copy in Directory.GetDirectories(folder["keys"]).Append(folder["data/20260101T000000Z"]))
        {
            await File.WriteAllTextAsync(Path.Combine(copy, "SHA256SUMS"), "");
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(platform.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);
        }

        var (code, findings) = await RunAsync(platform, "--backups", folder.Path);
        Assert.Equal(1, code);
        Assert.Equal(
            ["backups.data", "backups.drill", "backups.forgotten", "backups.heads", "backups.keys", "certificate", "migrations", "outbox.dead", "permissions"],
            findings.Where(f => f["level"]!.ToString() != "ok" && f["do"] is not null).Select(f => f["check"]!.ToString()).Where(c => c is not ("jobs" or "audit.sealed" or "keys.signing" or "disk" or "pack.production")).Order(StringComparer.Ordinal));

        File.Delete(keys);
        Assert.Contains((await RunAsync(platform)).Findings, f => f["check"]!.ToString() == "keys" && f["says"]!.ToString().Contains("egov keys", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "fail")]
    [InlineData(20, "warn")]
    [InlineData(90, "ok")]
    public void A_certificate_that_ends_soon_is_told(int days, string level)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));
        using var key = System.Security.Cryptography.ECDsa.Create();
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=portal.example", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddDays(days));
        File.WriteAllText(folder["portal.pem"], made.ExportCertificatePem());

        var finding = new MachineChecks(folder.Path, folder["portal.pem"], clock).Run().Single(f => f.Check == "certificate");

        Assert.Equal(level, finding.Level.ToString().ToLower(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Where_there_is_no_instance_that_is_the_finding()
    {
        var output = new StringWriter();

        var code = await DoctorCommand.Create().Parse(["--data", folder["nowhere"]]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });

        Assert.Equal(1, code);
        Assert.Contains("There is no instance in", output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["nowhere"]));
    }

    [Fact]
    public async Task Without_the_data_folder_all_other_looks_are_taken()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");

        var (code, findings) = await RunAsync(platform, "--data", folder["not-on-this-machine"]);

        Assert.Equal(1, code);
        Assert.Equal("fail", findings.Single(f => f["check"]!.ToString() == "disk")["level"]!.ToString());
        Assert.Equal("ok", findings.Single(f => f["check"]!.ToString() == "pack")["level"]!.ToString());
        Assert.Contains(findings, f => f["check"]!.ToString() == "zones");
        Assert.False(Directory.Exists(folder["not-on-this-machine"]));
    }

    [Fact]
    public async Task A_key_that_was_put_back_is_as_old_as_it_was()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        await using var keys = new Db($"Data Source={Path.Combine(platform.Folder, "keys", "keys.db")}");
        await keys.WriteAsync("update keys_instance_key set used_since = @then", new { then = Instant.From(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-6 * 365)) });
        File.SetLastWriteTimeUtc(Path.Combine(platform.Folder, "keys", "instance.key"), TimeProvider.System.GetUtcNow().UtcDateTime);

        var age = (await RunAsync(platform)).Findings.Single(f => f["check"]!.ToString() == "keys.instance");

        Assert.Equal("fail", age["level"]!.ToString());
        Assert.EndsWith("first used 2190 days ago", age["says"]!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> ForgetfulAsync(TestPlatform platform)
    {
        var db = platform.Services.GetRequiredService<Db>();
        return !db.IsPostgres ? [] : (await db.ReadAsync<string>(
            "select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting in ('off', 'local') order by name")).Select(n => $"database.{n}");
    }

    private static async Task<(int Code, IReadOnlyList<JsonNode> Findings)> RunAsync(TestPlatform platform, params string[] args)
    {
        var output = new StringWriter();
        var code = await DoctorCommand.Create().Parse([.. args.Contains("--data") ? [] : new[] { "--data", platform.Folder }, "--database", platform.ConnectionString, "--json", .. args]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, [.. JsonNode.Parse(output.ToString())!.AsArray().Select(f => f!)]);
    }
}
