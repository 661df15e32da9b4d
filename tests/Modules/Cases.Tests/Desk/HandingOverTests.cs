using System.Net;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Desk;

public sealed class HandingOverTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_case_in_another_queue_is_nobodys_but_stays_with_whoever_asked_the_applicant(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Office.CaseAsync(platform);
        var clerk = await platform.OfficialAsync("clerk", Office.Registry);
        await DoAsync(platform, clerk, one, "accept");
        Assert.Equal(("review", null), await HeldAsync(platform, one));

        var registrar = await platform.OfficialAsync("registrar", Office.Registry);
        await DoAsync(platform, registrar, one, "return");
        Assert.Equal(("correction", registrar.PersonId), await HeldAsync(platform, one));
    }

    private static async Task DoAsync(TestPlatform platform, TestPerson official, CaseRow one, string action)
    {
        var desk = new FormClient(await platform.ClientAsync(official));
        await desk.GetAsync($"/en/desk/cases/{one.Reference}");
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync(("desk-take", "take")));
        await desk.GetAsync($"/en/desk/cases/{one.Reference}?do={action}");
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync(("reason", "The house is missing"), ("desk-then", "stay")));
    }

    private static async Task<(string State, Guid? Holder)> HeldAsync(TestPlatform platform, CaseRow one)
    {
        var found = await Office.FindAsync(platform, one.CaseId);
        return (found.State, found.AssigneeId);
    }
}
