using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Cases.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Desk;

/// <summary>A queue is read from its index in its order, however many cases are closed: its time must not grow with them.</summary>
public sealed class QueuePlanTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_queue_is_neither_searched_through_nor_sorted(DatabaseKind kind)
    {
        await using var platform = await Archive.StartAsync(kind);

        foreach (var after in new[] { null, new DeskPlace(platform.Clock.Now(), Guid.CreateVersion7()) })
        {
            var plan = await PlanAsync(platform, new DeskFilter(Queue: "new"), after);

            Assert.Contains("ix_cases_case_desk", plan, StringComparison.Ordinal);
            Assert.DoesNotContain(kind == DatabaseKind.Postgres ? "Seq Scan" : "SCAN cases_case\n", plan, StringComparison.Ordinal);
            Assert.DoesNotContain(kind == DatabaseKind.Postgres ? "Sort" : "TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task All_queues_and_what_one_has_in_hand_are_read_without_what_is_closed(DatabaseKind kind)
    {
        await using var platform = await Archive.StartAsync(kind);

        foreach (var filter in new[] { new DeskFilter(), new DeskFilter(Holder: DeskHolder.Me), new DeskFilter(Holder: DeskHolder.Nobody), new DeskFilter(Holder: DeskHolder.Colleague), new DeskFilter(Due: DeskDue.Week), new DeskFilter(Due: DeskDue.Late) })
        {
            var plan = await PlanAsync(platform, filter, null);

            Assert.Contains("ix_cases_case_", plan, StringComparison.Ordinal);
            Assert.DoesNotContain(kind == DatabaseKind.Postgres ? "Seq Scan" : "SCAN cases_case\n", plan, StringComparison.Ordinal);
        }
    }

    private static async Task<string> PlanAsync(TestPlatform platform, DeskFilter filter, DeskPlace? after)
    {
        var db = platform.Services.GetRequiredService<Db>();
        var parameters = new DynamicParameters();
        var access = new CaseAccess.Official(new Scope([new ScopePart(Office.Registry, null)])) { PersonId = Guid.CreateVersion7(), WorksFor = [Office.Registry] };
        var sql = $"select {CaseRow.Columns} from cases_case {platform.Services.GetRequiredService<DeskStore>().ListSql(access, filter, 51, after, parameters)}";
        // So few rows are soonest sorted. What is asked is whether an index has the order when they are many.
        return await QueryPlan.OfAsync(db, sql, parameters, "enable_sort = off");
    }
}
