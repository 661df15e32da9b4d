using System.Security.Cryptography;
using Dapper;
using Platform.Core.Data;
using Platform.Testing;

namespace Platform.Host.Tests.Crash;

public sealed class KillTests
{
    private const int Kills = 20;
    private const int Submitters = 20;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_doubled_when_the_process_is_killed(DatabaseKind kind)
    {
        using var folder = new TestFolder();
        var connectionString = await Databases.CreateAsync(kind, folder.Path);
        await using var host = new HostProcess([
            "--data", folder.Path, "--pack", Path.Combine(TestFolder.RepositoryRoot, "tests/Testing/packs/one-question"),
            .. kind == DatabaseKind.Postgres ? new[] { "--database", connectionString } : []]);
        var people = Enumerable.Range(0, Submitters).Select(_ => new Submitter(host.Address)).ToList();
        using var stop = new CancellationTokenSource();

        await host.StartAsync();
        var work = Task.WhenAll(people.Select(p => Task.Run(() => p.RunAsync(stop.Token))));
        for (var kill = 0; kill < Kills; kill++)
        {
            // In the midst of work: some were acknowledged since the start, others are on their way.
            await AcknowledgedAsync(people, people.Sum(p => p.Acknowledged) + RandomNumberGenerator.GetInt32(5, 25));
            await Task.Delay(RandomNumberGenerator.GetInt32(0, 30));
            await host.KillAsync();
            await host.StartAsync();
        }

        await stop.CancelAsync();
        await work.WaitAsync(TimeSpan.FromMinutes(2));
        await host.DisposeAsync();
        await CheckAsync(connectionString, [.. people.SelectMany(p => p.Ledger)]);
        await Databases.DropAsync(connectionString);
    }

    private static async Task AcknowledgedAsync(List<Submitter> people, int enough)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (people.Sum(p => p.Acknowledged) < enough)
        {
            await Task.Delay(5, limit.Token);
        }
    }

    private static async Task CheckAsync(string connectionString, List<(Guid Case, string Reference)> ledger)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{ledger.Count} acknowledged over {Kills} kills");
        Assert.True(ledger.Count > Submitters, $"Only {ledger.Count} were acknowledged: too few to show anything.");
        Assert.Equal(ledger.Count, ledger.DistinctBy(l => l.Case).Count());

        await using var db = new Db(connectionString);
        await using var connection = await db.OpenAsync();
        var stored = (await connection.QueryAsync<Stored>("select case_id, reference from cases_case where reference is not null")).ToDictionary(s => s.CaseId, s => s.Reference);
        Assert.All(ledger, l => Assert.Equal(l.Reference, stored[l.Case]));
        Assert.Equal(ledger.Count, stored.Count);
        Assert.Equal(stored.Count, await connection.ExecuteScalarAsync<long>("select count(*) from cases_event where kind = 'submitted'"));
        Assert.Equal(stored.Count, await connection.ExecuteScalarAsync<long>("select count(*) from cases_answers"));
        Assert.Equal(stored.Count, await connection.ExecuteScalarAsync<long>("select count(*) from cases_reference"));
        Assert.Equal(stored.Count, await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit where action = 'cases.submit'"));
    }

    private sealed record Stored
    {
        public required Guid CaseId { get; init; }

        public required string Reference { get; init; }
    }
}
