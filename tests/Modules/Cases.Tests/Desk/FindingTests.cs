using System.Net;
using Platform.Modules.Cases.References;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Desk;

/// <summary>What an official's day is made of besides one case: finding one, the next one, and the register of the day.</summary>
public sealed class FindingTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_case_is_found_by_its_reference_as_written_and_by_an_answer_made_searchable(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var answers = Residence.Answers(platform);
        answers["applicant"] = Residence.Fields(("full_name.given", Residence.Marked), ("birth_date.year", "1980"), ("national_id", "12345678"));
        var id = await Residence.DraftAsync(platform, owner, answers);
        await Residence.SubmitAsync(platform, id, owner);
        var one = await Office.FindAsync(platform, id);
        var other = await Office.CaseAsync(platform);
        var desk = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));

        await desk.GetAsync("/en/desk");
        Assert.Equal(HttpStatusCode.OK, await desk.PostToAsync("/en/desk/search", ("find", CaseReference.Show(one.Reference!))));
        Assert.EndsWith($"/desk/cases/{one.Reference}", desk.At, StringComparison.Ordinal);
        await desk.GetAsync("/en/desk");
        Assert.Equal(HttpStatusCode.OK, await desk.PostToAsync("/en/desk/search", ("find", "12345678")));
        Assert.Contains(one.Reference!, desk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Reference!, desk.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_decision_the_next_case_opens_and_after_the_last_the_queue(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var first = await Office.CaseAsync(platform);
        platform.Clock.Leap(TimeSpan.FromMinutes(5));
        var second = await Office.CaseAsync(platform);
        var desk = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));

        await desk.GetAsync($"/en/desk/cases/{first.Reference}?do=accept");
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync(("desk-then", "next")));
        Assert.EndsWith($"/desk/cases/{second.Reference}", desk.At, StringComparison.Ordinal);
        await desk.GetAsync($"/en/desk/cases/{second.Reference}?do=accept");
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync(("desk-then", "next")));
        Assert.EndsWith("/desk/queues/new", desk.At, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_register_has_what_came_in_on_its_day_and_no_other(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var first = await Office.CaseAsync(platform);
        platform.Clock.Leap(TimeSpan.FromDays(1));
        var second = await Office.CaseAsync(platform);
        var desk = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));

        Assert.Equal(HttpStatusCode.OK, await desk.GetAsync("/en/desk/register"));

        Assert.Contains(CaseReference.Show(second.Reference!), desk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(CaseReference.Show(first.Reference!), desk.Html, StringComparison.Ordinal);
    }
}
