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

    private static async Task<Guid> AddAsync(FormClient counter)
    {
        await counter.GetAsync("/en/desk/people/new?return=/en/desk/file");
        Assert.Equal(HttpStatusCode.OK, await counter.PostAsync(("name-given", "Grandmother")));
        Assert.StartsWith("/en/desk/file?person=", counter.At, StringComparison.Ordinal);
        return Guid.Parse(counter.At.Split('=')[1]);
    }

    private static async Task<(Guid Actor, Guid For)> BothAsync(TestPlatform platform, Guid caseId)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.QuerySingleAsync<(Guid, Guid)>(
            "select actor_id, for_person from platform_audit where subject_id = @caseId and action = 'cases.submit'", new { caseId });
    }
}
