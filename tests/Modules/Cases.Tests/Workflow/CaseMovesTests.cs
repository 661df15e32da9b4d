using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Cases.Workflow;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Workflow;

public sealed class CaseMovesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_moves_that_race_at_one_version_one_is_done_and_the_others_write_nothing(DatabaseKind kind)
    {
        const int Officials = 5;
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var sent = await SentAsync(platform, (await platform.CitizenAsync()).PersonId);
        var other = await SentAsync(platform, (await platform.CitizenAsync()).PersonId);
        var before = await RowCounts.OfAsync(platform);
        await MoveAsync(platform, other, Registrar(Guid.CreateVersion7()));
        var one = await RowCounts.OfAsync(platform);

        using var together = new CountdownEvent(Officials);
        var moved = await Task.WhenAll(Enumerable.Range(0, Officials).Select(_ => Task.Run(() => WonAsync(platform, sent, together))));

        Assert.Single(moved, won => won);
        var after = await RowCounts.OfAsync(platform);
        Assert.All(Steady(one), t => Assert.Equal(t.Value - before[t.Key], after[t.Key] - t.Value));
        Assert.Contains(one, t => t.Key == "cases_event" && t.Value == before[t.Key] + 1);
        Assert.Equal((1, 1, 1), await OfCaseAsync(platform, sent));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_role_without_the_permission_to_decide_decides_nothing(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var sent = await SentAsync(platform, (await platform.CitizenAsync()).PersonId);
        var registrar = Registrar(Guid.CreateVersion7());
        var review = (await MoveAsync(platform, sent, registrar))!.Case;
        var before = Steady(await RowCounts.OfAsync(platform));

        Assert.Null(await MoveAsync(platform, review, registrar with { MayDecide = _ => false }, "approve"));

        Assert.Equal(before, Steady(await RowCounts.OfAsync(platform)));
        Assert.Equal((1, 1, 1), await OfCaseAsync(platform, sent));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_official_never_acts_in_a_case_of_her_own(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var official = (await platform.CitizenAsync()).PersonId;
        var own = await SentAsync(platform, official);

        Assert.Null(await MoveAsync(platform, own, Registrar(official)));
        Assert.True((await MoveAsync(platform, own, Registrar(Guid.CreateVersion7())))!.IsDone);
    }

    // Whoever comes to the check of roles has passed the check of versions: all of them meet there, and only the guard is left to tell them apart.
    private static async Task<bool> WonAsync(TestPlatform platform, CaseRow seen, CountdownEvent together)
    {
        var first = true;
        var registrar = Registrar(Guid.CreateVersion7());
        var mover = registrar with
        {
            May = (found, by) =>
            {
                if (first)
                {
                    first = false;
                    together.Signal();
                    Assert.True(together.Wait(TimeSpan.FromSeconds(30)), "Not everybody came.");
                }

                return registrar.May(found, by);
            },
        };
        try
        {
            return (await MoveAsync(platform, seen, mover))!.IsDone;
        }
        catch (ActConflictException)
        {
            return false;
        }
    }

    private static Mover Registrar(Guid person) => new(Residence.By(person), new CaseAccess.AfterCommit(), (_, by) => by.Contains("registrar"), _ => true);

    private static async Task<MoveResult?> MoveAsync(TestPlatform platform, CaseRow seen, Mover mover, string action = "accept")
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseMoves>().DoAsync(seen.CaseId, action, Residence.Fields(), seen.Version, mover);
    }

    private static async Task<CaseRow> SentAsync(TestPlatform platform, Guid owner)
    {
        var id = await Residence.DraftAsync(platform, owner);
        Assert.NotNull((await Residence.SubmitAsync(platform, id, owner))!.Reference);
        return (await platform.Services.GetRequiredService<CaseStore>().FindAsync(id, new CaseAccess.Owner(owner)))!;
    }

    // Handlers write audit rows and messages of their own beside the test; those of the moves are counted by case.
    private static SortedDictionary<string, long> Steady(SortedDictionary<string, long> counts) =>
        new(counts.Where(t => t.Key is not "platform_outbox" && !t.Key.StartsWith("platform_audit", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);

    private static async Task<(long Events, long Audit, long Acts)> OfCaseAsync(TestPlatform platform, CaseRow sent)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.QuerySingleAsync<(long, long, long)>(
            """
            select (select count(*) from cases_event where case_id = @CaseId and kind = 'moved'),
                (select count(*) from platform_audit where subject_id = @CaseId and action in ('cases.accept', 'cases.approve')),
                (select count(distinct act) from cases_event where case_id = @CaseId and seq = @Version + 1)
            """,
            new { sent.CaseId, sent.Version });
    }
}
