using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Routing;
using Platform.Modules.Cases.Workflow;
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
        foreach (var asWritten in (string[])["1234-5678", "1234 5678", "໑໒໓໔໕໖໗໘"])
        {
            await desk.GetAsync("/en/desk");
            await desk.PostToAsync("/en/desk/search", ("find", asWritten));
            Assert.Contains(one.Reference!, desk.Html, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_next_case_is_never_the_one_just_handled_nor_one_that_waits_for_its_applicant(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var me = await platform.OfficialAsync("registrar", Office.Registry);
        var one = await Office.CaseAsync(platform);
        await TakeAsync(platform, me, one);
        Assert.True(await Office.DoAsync(platform, me, await Office.FindAsync(platform, one.CaseId), "accept"));
        await TakeAsync(platform, me, await Office.FindAsync(platform, one.CaseId));
        var desk = new FormClient(await platform.ClientAsync(me));

        await desk.GetAsync($"/en/desk/cases/{one.Reference}?queue=all&who=me&do=return");
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync(("desk-then", "next"), ("reason", "A page is missing")));

        Assert.EndsWith("/en/desk/queues/all?who=me", desk.At, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_closed_stays_in_the_register_of_its_day_whatever_happens_later(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var registrar = await platform.OfficialAsync("registrar", Office.Registry);
        var one = await Office.CaseAsync(platform);
        Assert.True(await Office.DoAsync(platform, registrar, one, "accept"));
        Assert.True(await Office.DoAsync(platform, registrar, await Office.FindAsync(platform, one.CaseId), "reject"));
        var desk = new FormClient(await platform.ClientAsync(registrar));
        await desk.GetAsync("/en/desk/register");
        var (day, before) = (Regex.Match(desk.Html, "value=\"([0-9]{4}-[0-9]{2}-[0-9]{2})\"").Groups[1].Value, ClosedPart(desk));
        platform.Clock.Leap(TimeSpan.FromDays(3));
        await platform.Services.GetRequiredService<Acts>().Begin(Actor.System).Note(one.CaseId, "payments.received").CommitAsync();
        desk = new FormClient(await platform.ClientAsync(registrar));

        await desk.GetAsync("/en/desk/register");
        Assert.Contains(">Closed<", desk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(CaseReference.Show(one.Reference!), desk.Html, StringComparison.Ordinal);
        await desk.GetAsync($"/en/desk/register?day={day}");

        Assert.Contains(CaseReference.Show(one.Reference!), before, StringComparison.Ordinal);
        Assert.Equal(before, ClosedPart(desk));
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
    public async Task A_list_is_narrowed_by_who_has_a_case_and_the_next_case_is_one_of_the_same_list(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (me, colleague) = (await platform.OfficialAsync("registrar", Office.Registry), await platform.OfficialAsync("registrar", Office.Registry));
        var theirs = await Office.CaseAsync(platform);
        platform.Clock.Leap(TimeSpan.FromMinutes(5));
        var nobodys = await Office.CaseAsync(platform);
        platform.Clock.Leap(TimeSpan.FromMinutes(5));
        var (first, second) = (await Office.CaseAsync(platform), await Office.CaseAsync(platform));
        await TakeAsync(platform, colleague, theirs);
        await TakeAsync(platform, me, first);
        await TakeAsync(platform, me, second);
        var desk = new FormClient(await platform.ClientAsync(me));

        await desk.GetAsync("/en/desk");
        Assert.Contains("/en/desk/queues/all?who=colleagues", desk.Html, StringComparison.Ordinal);
        Assert.Equal([theirs.Reference], await ListedAsync(desk, "who=colleagues"));
        Assert.Equal([nobodys.Reference], await ListedAsync(desk, "who=nobody"));
        Assert.Equal(new HashSet<string?> { first.Reference, second.Reference }, [.. await ListedAsync(desk, "who=me&due=week")]);
        Assert.Contains($"/desk/cases/{first.Reference}?queue=all&amp;due=week&amp;who=me", desk.Html, StringComparison.Ordinal);
        Assert.Empty(await ListedAsync(desk, "who=me&due=late"));
        Assert.Contains("Show all cases of this list", desk.Html, StringComparison.Ordinal);

        await desk.GetAsync($"/en/desk/cases/{first.Reference}?queue=all&due=week&who=me&do=accept");
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync(("desk-then", "next")));
        Assert.EndsWith("?queue=all&due=week&who=me", desk.At, StringComparison.Ordinal);
        Assert.DoesNotContain(nobodys.Reference!, desk.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_is_too_long_is_refused_with_its_words_kept_and_the_title_says_so()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var one = await Office.CaseAsync(platform);
        var desk = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));
        var note = new string('n', NoteStore.Longest) + "end";

        await desk.GetAsync($"/en/desk/cases/{one.Reference}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await desk.PostToAsync($"/en/desk/cases/{one.Reference}", ("desk-note", note)));

        Assert.Contains(note, desk.Html, StringComparison.Ordinal);
        Assert.Contains("<title>Error: ", desk.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#desk-note\"", desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_of_the_counter_beyond_a_page_are_reached()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var (clerk, person) = (await platform.OfficialAsync("clerk", Office.Registry), await platform.CitizenAsync());
        var first = Guid.Empty;
        for (var n = 0; n <= CounterDrafts.PageSize; n++)
        {
            var draft = await Office.AsAsync(platform, clerk, "clerk", services => services.GetRequiredService<CounterDrafts>().BeginAsync(
                services.GetRequiredService<ActivePack>().Current.Pack.Services.Find(Residence.Service)!, new Actor(clerk.PersonId, person.PersonId, Channels.Counter)));
            first = n == 0 ? draft : first;
        }

        var desk = new FormClient(await platform.ClientAsync(clerk));
        await desk.GetAsync("/en/desk/file");
        Assert.DoesNotContain($"/apply/{first}", desk.Html, StringComparison.Ordinal);
        await desk.GetAsync("/en/desk/file" + Regex.Match(desk.Html, "\"(\\?before=[^\"]+)\"").Groups[1].Value);

        Assert.Contains($"/apply/{first}", desk.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_names_the_queues_of_the_officials_own_services()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var pack = platform.Services.GetRequiredService<ActivePack>().Current.Pack;
        var other = pack.Organizations.First(o => pack.Services.All.All(s => s.Organization != o.Id));
        var (registry, stranger) = (new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry))), new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", other.Id))));

        await registry.GetAsync("/en/desk");
        await stranger.GetAsync("/en/desk");

        Assert.Contains("/en/desk/queues/review", registry.Html, StringComparison.Ordinal);
        Assert.Equal(WorkflowSection.QueuesOf(pack.Services.All.Where(s => s.Section<RoutingSection>() is { MayLeaveItsBody: true })).Count, Regex.Count(stranger.Html, "/en/desk/queues/(?!all)"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_day_too_long_for_one_page_of_the_register_comes_in_parts(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        await Office.CopiesAsync(platform, await Office.CaseAsync(platform), DeskStore.RegisterLimit);
        var desk = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));

        await desk.GetAsync("/en/desk/register");
        Assert.Contains("This is part 1; it begins with number 1.", desk.Html, StringComparison.Ordinal);
        Assert.Contains("part=2", desk.Html, StringComparison.Ordinal);
        await desk.GetAsync("/en/desk/register?part=2");

        Assert.Contains("This is part 2; it begins with number 2,001.", desk.Html, StringComparison.Ordinal);
        Assert.Contains("2,001</td>", desk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("part=3", desk.Html, StringComparison.Ordinal);
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

    private static string ClosedPart(FormClient desk) => desk.Html[desk.Html.IndexOf(">Closed<", StringComparison.Ordinal)..desk.Html.IndexOf("</main>", StringComparison.Ordinal)];

    private static Task<bool> TakeAsync(TestPlatform platform, TestPerson official, CaseRow one) => Office.AsAsync(platform, official, "registrar", async services =>
    {
        await services.GetRequiredService<DeskWork>().TakeAsync(one, one.Version, Residence.By(official.PersonId));
        return true;
    });

    private static async Task<IReadOnlyList<string?>> ListedAsync(FormClient desk, string query)
    {
        Assert.Equal(HttpStatusCode.OK, await desk.GetAsync($"/en/desk/queues/all?{query}"));
        return [.. Regex.Matches(desk.Html, "/desk/cases/([0-9A-Z]{10})").Select(m => m.Groups[1].Value).Distinct()];
    }
}
