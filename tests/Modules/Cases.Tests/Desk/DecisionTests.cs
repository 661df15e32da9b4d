using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Tests.Api;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Desk;

public sealed class DecisionTests
{
    private const int Cases = 200;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_hundred_cases_before_three_officials_get_one_decision_each(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        TestPerson[] officials = [await platform.OfficialAsync("registrar", Office.Registry), await platform.OfficialAsync("registrar", Office.Registry), await platform.OfficialAsync("registrar", Office.Registry)];
        var waiting = new ConcurrentBag<CaseRow>();
        await Parallel.ForAsync(0, Cases, async (_, _) =>
        {
            var one = await Office.CaseAsync(platform);
            Assert.True(await Office.DoAsync(platform, officials[0], one, "accept"));
            waiting.Add(await Office.FindAsync(platform, one.CaseId));
        });

        var clients = await Task.WhenAll(officials.Select(platform.ClientAsync));
        await Task.WhenAll(clients.Select(c => c.TokenAsync()));
        var done = await Task.WhenAll(clients.Select((client, n) => Task.Run(() => DecideAsync(client, [.. waiting], n == 0 ? "reject" : "approve"))));

        Assert.Equal(Cases, done.Sum());
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        Assert.Equal(Cases, await connection.ExecuteScalarAsync<long>("select count(*) from cases_case where final"));
        Assert.Equal(Cases, await connection.ExecuteScalarAsync<long>("select count(*) from cases_event where to_state in ('approved', 'rejected')"));
        Assert.Equal(Cases, await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit where action in ('cases.approve', 'cases.reject')"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_forged_version_writes_nothing_at_all(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var official = await platform.OfficialAsync("registrar", Office.Registry);
        var seen = await Office.CaseAsync(platform);
        var before = await EverythingAsync(platform);

        await Assert.ThrowsAsync<ActConflictException>(() => Office.DoAsync(platform, official, seen, "accept", seen.Version + 1));
        // The row itself is stale here: the guard inside the act refuses, not the look before it.
        await Assert.ThrowsAsync<ActConflictException>(() => Office.AsAsync(platform, official, "registrar", async services =>
        {
            await services.GetRequiredService<DeskWork>().TakeAsync(seen with { Version = seen.Version - 1 }, seen.Version - 1, Residence.By(official.PersonId));
            return true;
        }));

        Assert.Equal(before, await EverythingAsync(platform));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_case_with_an_unpaid_fee_cannot_be_decided(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var official = await platform.OfficialAsync("registrar", Office.Registry);
        var seen = await Office.CaseAsync(platform, paid: false);
        Assert.True(await Office.DoAsync(platform, official, seen, "accept"));
        seen = await Office.FindAsync(platform, seen.CaseId);
        var before = await EverythingAsync(platform);

        await Assert.ThrowsAsync<RuleException>(() => Office.DoAsync(platform, official, seen, "approve"));
        Assert.Equal(before, await EverythingAsync(platform));

        await Office.PayAsync(platform, seen.CaseId);
        Assert.True(await Office.DoAsync(platform, official, await Office.FindAsync(platform, seen.CaseId), "approve"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_clerk_may_accept_and_not_decide(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var clerk = await platform.OfficialAsync("clerk", Office.Registry);
        var seen = await Office.CaseAsync(platform);

        var stored = await platform.Services.GetRequiredService<CaseStore>().ReadAsync(seen.CaseId, new CaseAccess.AfterCommit());

        var possible = await Office.AsAsync(platform, clerk, "clerk", services => services.GetRequiredService<DeskWork>().PossibleAsync(stored!));

        Assert.Equal(["accept"], possible.Select(s => s.Id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_a_colleague_has_must_be_taken_over_first(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (first, second) = (await platform.OfficialAsync("registrar", Office.Registry), await platform.OfficialAsync("registrar", Office.Registry));
        var seen = await Office.CaseAsync(platform);
        await TakeAsync(platform, first, seen);
        var held = await Office.FindAsync(platform, seen.CaseId);

        await Assert.ThrowsAsync<RuleException>(() => Office.DoAsync(platform, second, held, "accept"));
        await TakeAsync(platform, second, held);

        Assert.True(await Office.DoAsync(platform, second, await Office.FindAsync(platform, seen.CaseId), "accept"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_finds_her_own_case_or_a_complaint_about_her_office_on_the_desk(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var seen = await Office.CaseAsync(platform);
        var cases = platform.Services.GetRequiredService<CaseStore>();
        var scope = new Scope([new ScopePart(Grant.AnyOrganization, null)]);
        Assert.NotNull(await cases.FindAsync(seen.CaseId, new CaseAccess.Official(scope) { PersonId = Guid.CreateVersion7(), WorksFor = [Office.Registry] }));

        Assert.Null(await cases.FindAsync(seen.CaseId, new CaseAccess.Official(scope) { PersonId = seen.ApplicantId }));
        await platform.Services.GetRequiredService<Db>().WriteAsync("update cases_case set hidden_from = @Registry", new { Office.Registry });
        Assert.Null(await cases.FindAsync(seen.CaseId, new CaseAccess.Official(scope) { WorksFor = ["inspection-office", Office.Registry] }));
        Assert.NotNull(await cases.FindAsync(seen.CaseId, new CaseAccess.Official(scope) { WorksFor = ["inspection-office"] }));
    }

    private static Task<bool> TakeAsync(TestPlatform platform, TestPerson official, CaseRow seen) => Office.AsAsync(platform, official, "registrar", async services =>
    {
        await services.GetRequiredService<DeskWork>().TakeAsync(seen, seen.Version, Residence.By(official.PersonId));
        return true;
    });

    private static async Task<int> DecideAsync(TestClient client, List<CaseRow> waiting, string action)
    {
        var done = 0;
        foreach (var one in waiting)
        {
            JsonObject? form = action == "reject" ? new() { ["reason"] = "A reason" } : null;
            using var answer = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/desk/{one.Reference}/actions/{action}", form, $"\"{one.Version}\"");
            // Where a colleague was faster, the version that was seen is no longer the stored one.
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            done += answer.IsSuccessStatusCode ? 1 : 0;
        }

        return done;
    }

    // What earlier acts published is handled first, so that only the act under test can add something.
    private static async Task<(long Events, long Audit, long Outbox, long Versions)> EverythingAsync(TestPlatform platform)
    {
        await platform.SettleAsync();
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        for (var tries = 0; tries < 100 && await connection.ExecuteScalarAsync<long>("select count(*) from platform_outbox") > 0; tries++)
        {
            await Task.Delay(50);
        }

        return await connection.QuerySingleAsync<(long, long, long, long)>(
            """
            select (select count(*) from cases_event), (select count(*) from platform_audit), (select count(*) from platform_outbox),
                (select cast(sum(version) as bigint) from cases_case)
            """);
    }
}
