using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Catalogue.Proposals;
using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests.Proposals;

public sealed class ProposalTests
{
    private const string Summary = "summary: Proof of where you live, for school, work or a loan.";
    private static readonly (string From, string To) NewSummary = (Summary, "summary: Proof of where you live, for work.");

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_national_change_comes_before_the_office_of_the_variant_and_before_no_other(DatabaseKind kind)
    {
        await using var pack = await LocalPack.StartAsync(kind);
        await pack.ChangeAsync(LocalPack.National, NewSummary, ("within: 3 working days", "within: 5 working days"));

        var proposal = Assert.Single(await pack.OpenAsync());
        Assert.Equal([new("services/residence-certificate.yaml#summary", Summary["summary: ".Length..], "Proof of where you live, for work.")], proposal.Changes);
        var (here, above) = (await pack.OfficialAsync(), await pack.OfficialAsync("/XA/"));
        foreach (var official in new[] { here, above })
        {
            await official.GetAsync("/en/desk/proposals");
            Assert.Contains("Certificate of residence in Harbour (demo)", official.Html, StringComparison.Ordinal);
        }

        foreach (var stranger in new[] { await pack.OfficialAsync("/XA/XA02/"), await pack.OfficialAsync(organization: "transport-office"), new FormClient(await pack.Platform.ClientAsync(await pack.Platform.OfficialAsync("registrar", "registry-office"))) })
        {
            Assert.NotEqual(HttpStatusCode.OK, await stranger.GetAsync($"/en/desk/proposals/{proposal.ProposalId}"));
            Assert.DoesNotContain("Certificate of residence", stranger.Html, StringComparison.Ordinal);
        }

        await pack.CompareAsync();
        Assert.Equal(proposal.ProposalId, Assert.Single(await pack.OpenAsync()).ProposalId);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_the_variant_says_itself_and_what_means_nothing_is_not_proposed(DatabaseKind kind)
    {
        await using var pack = await LocalPack.StartAsync(kind);
        await pack.ChangeAsync(LocalPack.National, ("within: 3 working days", "within: 5 working days"));
        await pack.ChangeAsync(LocalPack.National, (Summary, $"# as before\n{Summary.Replace("live, for", "live,  for", StringComparison.Ordinal)}\nrevision: 2"));
        await pack.ChangeAsync("starter/services/scholarship.yaml", ("title: Scholarship", "title: A scholarship"));
        await pack.ChangeAsync(LocalPack.Local, ("9 working", "8 working"));

        Assert.Empty(await pack.OpenAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_later_change_replaces_the_open_proposal_and_going_back_withdraws_it(DatabaseKind kind)
    {
        await using var pack = await LocalPack.StartAsync(kind);
        await pack.ChangeAsync(LocalPack.National, NewSummary);
        await pack.ChangeAsync(LocalPack.National, ("id: phone, type: phone, label: Phone number", "id: phone, type: phone, label: Telephone"));

        var proposal = Assert.Single(await pack.OpenAsync());
        Assert.Equal(["services/residence-certificate.yaml#summary", "services/residence-certificate.yaml#form.applicant.questions.phone.label"], proposal.Changes.Select(c => c.Field));
        await pack.ChangeAsync(LocalPack.National, (NewSummary.To, NewSummary.From), ("label: Telephone", "label: Phone number"));
        Assert.Empty(await pack.OpenAsync());
        await using var connection = await pack.Platform.Services.GetRequiredService<Db>().OpenAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["replaced", "withdrawn"], await connection.QueryAsync<string>("select state from catalogue_proposal order by proposal_id"));
        Assert.Equal(["catalogue.propose", "catalogue.withdraw"], await connection.QueryAsync<string>("select action from platform_audit where subject_id = @ProposalId order by seq", new { proposal.ProposalId }));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_answers_at_one_time_one_holds(DatabaseKind kind)
    {
        await using var pack = await LocalPack.StartAsync(kind);
        await pack.ChangeAsync(LocalPack.National, NewSummary);
        var (store, proposal, official) = (pack.Platform.Services.GetRequiredService<ProposalStore>(), Assert.Single(await pack.OpenAsync()), new Actor(Guid.CreateVersion7(), null, Channels.Web));
        await store.AcknowledgeAsync(proposal, official, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ActConflictException>(() => store.AskAsync(proposal, [], "Late", official, TestContext.Current.CancellationToken));
        Assert.Equal(ProposalStates.Acknowledged, Assert.Single(await store.ListAsync(new([new(Grant.AnyOrganization, null)]), 9, TestContext.Current.CancellationToken)).State);
    }
}
