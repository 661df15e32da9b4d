using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Cli.Data;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Core.People;
using Platform.Modules.Cases.Erasure;
using Platform.Testing;

namespace Platform.Cli.Tests.Data;

/// <summary>The whole of a demonstration, exported and read back by a script that has none of our code.</summary>
public sealed class DataExportTests : IDisposable
{
    private static readonly string[] Hashes = ["platform_audit.previous", "platform_audit.leaf", "platform_audit_head.root", "platform_audit_seal.leaf"];

    private readonly TestFolder folder = new();

    private string Out => folder["export"];

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_script_without_our_code_counts_what_the_database_counts(DatabaseKind kind)
    {
        await using var platform = await DemonstrationAsync(kind);
        var counted = new Dictionary<string, long>();
        // Stopped, so that nothing is written between the export and the count.
        await platform.RestartAsync(async () =>
        {
            var (code, output) = await ExportAsync(platform);
            Assert.True(code == 0, output);
            counted = await ReadCountsAsync();
            await using var db = new Db(platform.ConnectionString);
            await using var connection = await db.OpenAsync();
            foreach (var (table, rows) in counted)
            {
                Assert.Equal((table, await connection.ExecuteScalarAsync<long>($"select count(*) from {table}")), (table, rows));
            }
        });

        Assert.All(["cases_case", "cases_answers", "platform_person", "identity_account", "platform_audit", "platform_audit_head"], table => Assert.True(counted[table] > 0, table));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_table_is_exported_with_words_for_each_column_or_stays_for_a_reason(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");

        Assert.Equal(0, (await ExportAsync(platform)).Code);

        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Out, "manifest.json")))!;
        Assert.Empty(manifest["tables"]!.AsArray().Where(t => !t!["declared"]!.GetValue<bool>()).Select(t => t!["name"]!.ToString()));
        Assert.All(manifest["left"]!.AsArray(), left => Assert.NotEmpty(left!["reason"]!.ToString()));
        var columns = manifest["tables"]!.AsArray().SelectMany(t => Schema(t!).AsObject().Select(p => (Name: $"{t!["name"]}.{p.Key}", Said: p.Value!))).ToList();
        Assert.Empty(columns.Where(c => c.Said["description"]!.ToString().Length == 0).Select(c => c.Name));
        // A sealed column that nobody opened would stand here as bytes.
        Assert.Equal(Hashes.Order(StringComparer.Ordinal), columns.Where(c => c.Said["pattern"] is not null).Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_table_that_nobody_declared_goes_out_as_it_lies_and_is_told(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var db = platform.Services.GetRequiredService<Db>();
        await db.WriteAsync("create table acme_permit (permit_id uuid not null primary key, holder text null, sealed bytea not null)");
        await db.WriteAsync("insert into acme_permit (permit_id, holder, sealed) values (@id, @holder, @bytes)", new { id = Guid.Empty, holder = "ສະບາຍດີ \"here\"", bytes = new byte[] { 1, 0xAB } });

        var (code, output) = await ExportAsync(platform);

        Assert.True(code == 0, output);
        Assert.Contains("acme_permit 1  (of a module that this program does not know", output, StringComparison.Ordinal);
        Assert.Equal("""{"permit_id":"00000000-0000-0000-0000-000000000000","holder":"ສະບາຍດີ \"here\"","sealed":"01ab"}""" + "\n", await File.ReadAllTextAsync(Path.Combine(Out, "data/acme_permit.jsonl")));
        Assert.Equal(0, (await ReadAsync()).Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_sealed_value_that_stays_sealed_is_a_fault(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var db = platform.Services.GetRequiredService<Db>();
        var key = await platform.Services.GetRequiredService<KeyStore>().CreateAsync(Guid.Empty);
        await db.WriteAsync("create table acme_permit (permit_id uuid not null primary key, sealed bytea not null)");
        await db.WriteAsync("insert into acme_permit (permit_id, sealed) values (@id, @bytes)", new { id = Guid.Empty, bytes = Cipher.Seal(key, new RowIdentity("acme_permit", "sealed", Guid.Empty), "What nobody could read again") });

        var (code, output) = await ExportAsync(platform);

        Assert.Equal(1, code);
        Assert.Contains("acme_permit.sealed: 1 values look sealed and stay so", output, StringComparison.Ordinal);
        Assert.Single(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Out, "manifest.json")))!["faults"]!.AsArray());
    }

    [Fact]
    public async Task What_is_declared_of_tables_is_there()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        var tables = (await connection.QueryAsync<string>("select name from sqlite_master where type = 'table'")).ToHashSet();
        var plan = new Platform.Core.Exports.ExportPlan(platform.Services.GetRequiredService<Platform.Core.Modules.ModuleCatalog>().Modules);

        Assert.Empty(plan.Tables.Select(t => t.Name).Concat(plan.Left.Select(l => l.Table)).Except(tables));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_erased_is_in_no_export(DatabaseKind kind)
    {
        await using var platform = await DemonstrationAsync(kind);
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        var erased = await connection.QueryFirstAsync<Guid>("select case_id from cases_answers order by case_id limit 1");
        await platform.Services.GetRequiredService<Erasures>().EraseAsync(erased, Actor.System);
        await platform.SettleAsync();

        var (code, output) = await ExportAsync(platform);

        Assert.True(code == 0, output);
        var answers = (await File.ReadAllLinesAsync(Path.Combine(Out, "data/cases_answers.jsonl"))).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.All(answers, row => Assert.Equal(row["case_id"]!.ToString() == erased.ToString("D"), row["content"] is null));
    }

    [Fact]
    public async Task The_script_finds_a_changed_line_even_where_the_sums_were_made_to_fit()
    {
        await using var platform = await DemonstrationAsync(DatabaseKind.Sqlite);
        Assert.Equal(0, (await ExportAsync(platform)).Code);
        var audit = Path.Combine(Out, "data/platform_audit.jsonl");
        var before = Sum(audit);
        var text = await File.ReadAllTextAsync(audit);
        await File.WriteAllTextAsync(audit, text.Replace("\"cases.submit\"", "\"cases.withdraw\"", StringComparison.Ordinal));
        Assert.Contains("platform_audit.jsonl is not as it was written.", (await ReadAsync()).Output, StringComparison.Ordinal);

        var sums = Path.Combine(Out, "SHA256SUMS");
        await File.WriteAllTextAsync(sums, (await File.ReadAllTextAsync(sums)).Replace(before, Sum(audit), StringComparison.Ordinal));
        var (code, output) = await ReadAsync();

        Assert.Equal(1, code);
        Assert.DoesNotContain("not as it was written", output, StringComparison.Ordinal);
        Assert.Contains("was changed.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leaves_a_line_in_the_audit_and_writes_over_nothing()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");

        Assert.Equal(0, (await ExportAsync(platform)).Code);
        var (code, output) = await ExportAsync(platform);

        Assert.Equal(1, code);
        Assert.Contains("is there already", output, StringComparison.Ordinal);
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        Assert.Equal(1, await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit where kind = 'export' and action = 'data.export'"));
        Assert.False(Directory.Exists(Out + ".part"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Out, "data/platform_person.jsonl")));
        }
    }

    [Fact]
    public async Task Only_who_holds_the_instance_key_takes_everything_out()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        File.Delete(Path.Combine(platform.Folder, "keys", "instance.key"));

        var refusal = await Assert.ThrowsAsync<Platform.Core.Keys.InstanceKeyException>(() => ExportAsync(platform));

        Assert.Contains("egov keys restore", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await platform.Services.GetRequiredService<Db>().WriteAsync((connection, _) => connection.ExecuteScalarAsync<long>("select count(*) from platform_audit where kind = 'export'")));
    }

    private async Task<Dictionary<string, long>> ReadCountsAsync()
    {
        var (code, said) = await ReadAsync();
        Assert.True(code == 0, said);
        Assert.Contains("\n0 faults", said, StringComparison.Ordinal);
        return said.Split('\n').Select(l => l.Split(' ')).Where(p => p is [var name, _] && name.Contains('_', StringComparison.Ordinal))
            .ToDictionary(p => p[0], p => long.Parse(p[1], CultureInfo.InvariantCulture));
    }

    private static string Sum(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private JsonNode Schema(JsonNode table) => JsonNode.Parse(File.ReadAllText(Path.Combine(Out, table["schema"]!.ToString())))!["properties"]!;

    private static async Task<TestPlatform> DemonstrationAsync(DatabaseKind kind)
    {
        var platform = await TestPlatform.StartAsync(kind, "e-laos", configure: null, "--demo");
        await platform.SettleAsync();
        await ActivatorUtilities.CreateInstance<SealAudit>(platform.Services).RunAsync(CancellationToken.None);
        return platform;
    }

    private async Task<(int Code, string Output)> ExportAsync(TestPlatform platform)
    {
        var output = new StringWriter();
        string[] args = ["export", "--data", platform.Folder, "--database", platform.ConnectionString, "--out", Out];
        var code = await DataCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }

    private async Task<(int Code, string Output)> ReadAsync()
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(TestFolder.RepositoryRoot, "tools/verify/read-export.mjs"), Out]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return (node.ExitCode, await said + await wrong);
    }
}
