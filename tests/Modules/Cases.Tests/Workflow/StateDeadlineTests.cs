using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Workflow;

public sealed class StateDeadlineTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task No_state_ends_later_than_what_was_promised_so_that_the_most_urgent_case_stands_first(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var urgent = await Corrected.SentAsync(platform, owner);
        // On the last day of three, the two working days of its new state would end after the weekend.
        platform.Clock.Leap(TimeSpan.FromDays(3));
        var fresh = await Corrected.SentAsync(platform, owner);
        await Corrected.MoveAsync(platform, urgent, Guid.CreateVersion7(), "accept");

        var one = await Office.FindAsync(platform, urgent);
        Assert.Equal((one.DueAt, new DateOnly(2026, 3, 5)), (one.StateDueAt, one.StateDueOn));
        await using var scope = platform.Services.CreateAsyncScope();
        Assert.Equal("today", scope.ServiceProvider.GetRequiredService<DeskTable>().Due(one)!.Words);
        var listed = await platform.Services.GetRequiredService<DeskStore>().ListAsync(new CaseAccess.Official(new Scope([new ScopePart(Office.Registry, null)])), new DeskFilter(), 10);
        Assert.Equal([urgent, fresh], listed.Select(c => c.CaseId));
    }
}
