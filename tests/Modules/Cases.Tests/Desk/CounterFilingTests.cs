using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Cases.References;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Desk;

public sealed class CounterFilingTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_clerk_files_for_a_person_without_papers_and_it_ends_on_paper(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var clerk = await platform.OfficialAsync("clerk", Office.Registry);
        var counter = new FormClient(await platform.ClientAsync(clerk));
        var person = await AddAsync(counter);

        Assert.Equal(HttpStatusCode.OK, await counter.PostAsync(("service", Residence.Service)));
        var draft = Guid.Parse(counter.At.Split('/')[3]);
        foreach (var page in new[] { "applicant", "address", "household", "purpose" })
        {
            await counter.GetAsync($"/en/apply/{draft:D}/{page}");
            await counter.PostAsync([.. Residence.Answers(platform)[page].ToJson().Select(f => (f.Key, f.Value!.AsArray() is [var first, ..] ? (string)first! : ""))]);
        }

        await counter.GetAsync($"/en/apply/{draft:D}/check");
        // The confirmation of applicants sends a clerk on to the slip.
        Assert.Equal(HttpStatusCode.Redirect, await counter.PostAsync());
        Assert.EndsWith("/sent", counter.At, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await counter.GetAsync($"/en/desk/file/{draft:D}/slip"));

        var filed = await Office.FindAsync(platform, draft);
        Assert.Contains(CaseReference.Show(filed.Reference!), counter.Html, StringComparison.Ordinal);
        Assert.Equal((person, clerk.PersonId, Channels.Counter), (filed.ApplicantId!.Value, filed.FiledBy!.Value, filed.Channel));
        Assert.Equal((clerk.PersonId, person), await BothAsync(platform, draft));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Once_sent_the_clerk_cannot_open_or_withdraw_it_as_if_it_were_hers(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Office.CaseAsync(platform);
        var clerk = await platform.OfficialAsync("clerk", Office.Registry);
        await platform.Services.GetRequiredService<Db>().WriteAsync("update cases_case set filed_by = @PersonId", new { clerk.PersonId });
        var client = await platform.ClientAsync(clerk);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/en/my/cases/{one.Reference}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/cases/{one.CaseId}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/en/desk/file/{one.CaseId}/slip")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_returned_case_is_corrected_with_the_person_at_any_counter_of_the_office(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await ReturnedAsync(platform);
        var clerk = await platform.OfficialAsync("clerk", Office.Registry);
        var counter = new FormClient(await platform.ClientAsync(clerk));

        await counter.GetAsync($"/en/desk/cases/{one.Reference}");
        Assert.Contains($"/en/apply/{one.CaseId:D}/applicant", counter.Html, StringComparison.Ordinal);
        await counter.GetAsync($"/en/apply/{one.CaseId:D}/purpose");
        await counter.PostAsync([.. Residence.Answers(platform)["purpose"].ToJson().Select(f => (f.Key, f.Value!.AsArray() is [var first, ..] ? (string)first! : ""))]);
        await counter.GetAsync($"/en/apply/{one.CaseId:D}/check");
        Assert.Equal(HttpStatusCode.OK, await counter.PostAsync());

        Assert.Equal($"/en/desk/cases/{one.Reference}", counter.At);
        Assert.Null((await Office.FindAsync(platform, one.CaseId)).PausedAt);
        Assert.Equal((clerk.PersonId, one.ApplicantId!.Value), await BothAsync(platform, one.CaseId, "cases.resubmit"));
        // It waits for nobody any more, so the clerk cannot open it again.
        Assert.Equal(HttpStatusCode.NotFound, await counter.GetAsync($"/en/apply/{one.CaseId:D}/check"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_returned_case_is_corrected_by_nobody_else(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await ReturnedAsync(platform);
        TestPerson[] others = [await platform.OfficialAsync("registrar", Office.Registry), await platform.OfficialAsync("clerk", "transport-office"), await platform.CitizenAsync()];

        foreach (var other in others)
        {
            var client = new FormClient(await platform.ClientAsync(other));
            Assert.Equal(HttpStatusCode.NotFound, await client.GetAsync($"/en/apply/{one.CaseId:D}/purpose"));
            Assert.Equal(HttpStatusCode.NotFound, await client.GetAsync($"/en/my/cases/{one.Reference}"));
        }

        // Nor is it the clerk's own, wherever she looks.
        var clerk = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("clerk", Office.Registry)));
        Assert.Equal(HttpStatusCode.NotFound, await clerk.GetAsync($"/en/my/cases/{one.Reference}"));
        await clerk.GetAsync("/en/my/cases");
        Assert.DoesNotContain(one.Reference!, clerk.Html, StringComparison.Ordinal);
    }

    private static async Task<CaseRow> ReturnedAsync(TestPlatform platform)
    {
        var registrar = await platform.OfficialAsync("registrar", Office.Registry);
        var one = await Office.CaseAsync(platform);
        Assert.True(await Office.DoAsync(platform, registrar, one, "accept"));
        Assert.True(await Office.DoAsync(platform, registrar, await Office.FindAsync(platform, one.CaseId), "return"));
        return await Office.FindAsync(platform, one.CaseId);
    }

    private static async Task<Guid> AddAsync(FormClient counter)
    {
        await counter.GetAsync("/en/desk/people/new?return=/en/desk/file");
        Assert.Equal(HttpStatusCode.OK, await counter.PostAsync(("name-given", "Grandmother")));
        Assert.StartsWith("/en/desk/file?person=", counter.At, StringComparison.Ordinal);
        return Guid.Parse(counter.At.Split('=')[1]);
    }

    private static async Task<(Guid Actor, Guid For)> BothAsync(TestPlatform platform, Guid caseId, string action = "cases.submit")
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.QuerySingleAsync<(Guid, Guid)>(
            "select actor_id, for_person from platform_audit where subject_id = @caseId and action = @action", new { caseId, action });
    }
}
