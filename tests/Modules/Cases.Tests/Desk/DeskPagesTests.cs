using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Tests.Journeys;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Desk;

public sealed class DeskPagesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_official_finds_takes_and_decides_a_case(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var official = await platform.OfficialAsync("registrar", Office.Registry);
        var one = await Office.CaseAsync(platform);
        var desk = new FormClient(await platform.ClientAsync(official));

        Assert.Equal(HttpStatusCode.OK, await desk.GetAsync("/en/desk"));
        Assert.Equal(HttpStatusCode.OK, await desk.GetAsync("/en/desk/queues/new"));
        Assert.Contains(CaseReference.Show(one.Reference!), desk.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await desk.GetAsync($"/en/desk/cases/{one.Reference}"));
        Assert.Contains(Residence.Marked, desk.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync(("desk-take", "take")));
        Assert.Equal(official.PersonId, (await Office.FindAsync(platform, one.CaseId)).AssigneeId);
        foreach (var action in new[] { "accept", "approve" })
        {
            await desk.GetAsync($"/en/desk/cases/{one.Reference}?do={action}");
            Assert.Equal(HttpStatusCode.OK, await desk.PostAsync(("desk-then", "stay")));
        }

        Assert.Equal("approved", (await Office.FindAsync(platform, one.CaseId)).State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_officials_learns_who_was_faster_and_loses_nothing_typed(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var slow = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));
        var winner = await Office.NamedAsync(platform, "Quick Winner");
        var one = await Office.CaseAsync(platform);
        Assert.True(await Office.DoAsync(platform, winner, one, "accept"));
        await slow.GetAsync($"/en/desk/cases/{one.Reference}?do=reject");
        Assert.True(await Office.DoAsync(platform, winner, await Office.FindAsync(platform, one.CaseId), "approve"));

        Assert.Equal(HttpStatusCode.Conflict, await slow.PostAsync(("reason", "Because of the fence"), ("desk-then", "stay")));

        Assert.Contains("Quick Winner was faster", slow.Html, StringComparison.Ordinal);
        Assert.Contains("Because of the fence", slow.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_case_of_another_area_is_not_there_in_the_same_bytes(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var official = await platform.OfficialAsync("registrar", Office.Registry, Office.ElsewherePath(platform));
        var one = await Office.CaseAsync(platform);
        var client = await platform.ClientAsync(official);

        using var theirs = await client.GetAsync($"/en/desk/cases/{one.Reference}");
        using var none = await client.GetAsync($"/en/desk/cases/{CaseReference.Create()}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.StatusCode, none.StatusCode));
        Assert.Equal(await TextAsync(none), await TextAsync(theirs));
        var desk = new FormClient(client);
        await desk.GetAsync("/en/desk/queues/new");
        Assert.DoesNotContain(CaseReference.Show(one.Reference!), desk.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_looked_at_a_case_is_on_record_beside_its_own_chain(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var official = await platform.OfficialAsync("registrar", Office.Registry);
        var one = await Office.CaseAsync(platform);
        var desk = new FormClient(await platform.ClientAsync(official));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.GetAsync($"/en/desk/cases/{one.Reference}")));

        Assert.Equal(0, await LooksAsync(platform, one.CaseId));
        Assert.Equal(3, await LooksAsync(platform, AccessLog.SubjectOf(one.CaseId)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_is_refused_sees_the_case_as_well_and_that_is_on_record(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Office.CaseAsync(platform);
        var desk = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));
        await desk.GetAsync($"/en/desk/cases/{one.Reference}?do=reject");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await desk.PostAsync(("reason", ""), ("desk-then", "stay")));
        Assert.Contains(Residence.Marked, desk.Html, StringComparison.Ordinal);
        Assert.Equal(2, await LooksAsync(platform, AccessLog.SubjectOf(one.CaseId)));

        await desk.GetAsync($"/en/desk/cases/{one.Reference}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await desk.PostAsync(("desk-note", "")));
        Assert.Contains(Residence.Marked, desk.Html, StringComparison.Ordinal);
        Assert.Equal(4, await LooksAsync(platform, AccessLog.SubjectOf(one.CaseId)));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task The_register_of_a_day_that_no_office_has_seen_is_todays(string day)
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var desk = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));

        Assert.Equal(HttpStatusCode.OK, await desk.GetAsync($"/en/desk/register?day={day}"));

        Assert.Contains("Register of March 2, 2026", desk.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_note_is_for_colleagues_only_and_lies_sealed(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Office.CaseAsync(platform);
        var desk = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));
        await desk.GetAsync($"/en/desk/cases/{one.Reference}");

        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync(("desk-note", "Ask the neighbour")));

        Assert.Contains("Ask the neighbour", desk.Html, StringComparison.Ordinal);
        Assert.Equal(one.Version, (await Office.FindAsync(platform, one.CaseId)).Version);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_queue_is_read_on_from_its_last_case(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        for (var i = 0; i < 5; i++)
        {
            await Office.CaseAsync(platform);
            platform.Clock.Leap(TimeSpan.FromDays(i % 2));
        }

        var desk = platform.Services.GetRequiredService<DeskStore>();
        var access = new CaseAccess.Official(new Scope([new ScopePart(Office.Registry, null)]));
        var all = await desk.ListAsync(access, new(Queue: "new"), 10);
        var pages = new List<Guid>();
        for (DeskPlace? place = null; await desk.ListAsync(access, new(Queue: "new"), 2, place) is { Count: > 0 } page; place = DeskPlace.Parse($"{DeskPlace.Of(page[^1])}"))
        {
            pages.AddRange(page.Select(c => c.CaseId));
        }

        Assert.Equal(5, all.Count);
        Assert.Equal(all.Select(c => c.CaseId), pages);
        Assert.Equal(all.OrderBy(c => c.StateDueAt).Select(c => c.CaseId), pages);
        platform.Clock.Leap(TimeSpan.FromDays(20));
        Assert.Equal(5, await desk.CountAsync(access, new(Due: DeskDue.Late)));
        Assert.Equal(0, await desk.CountAsync(new CaseAccess.Official(new Scope([])), new()));
    }

    private static async Task<long> LooksAsync(TestPlatform platform, Guid subject)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit where subject_id = @subject and kind = @Kind", new { subject, AccessLog.Kind });
    }

    // A page names its own address in the language links and its request's number in the error text.
    private static async Task<string> TextAsync(HttpResponseMessage response) =>
        Regex.Replace(await response.Content.ReadAsStringAsync(), "[0-9A-HJKMNP-TV-Z]{10}|[0-9a-f]{32}", "");
}
