using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Modules.Cases.Tests.Workflow;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Fees;

/// <summary>What a correction changes about the fees: nothing becomes free by it, and nothing that was paid is lost.</summary>
public sealed class FeesAgainTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_option_chosen_in_a_correction_is_shown_before_charged_and_paid_before_the_decision(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var registrar = await platform.OfficialAsync("registrar", Office.Registry);
        var (id, owner) = await Office.ReturnedAsync(platform);
        await Corrected.SaveAsync(platform, id, owner.PersonId, "purpose", Urgent(platform, "yes"));

        await SendAsync(platform, owner, id, "Urgent handling", "Still to be paid");

        Assert.Equal([(1, "certificate", 500, FeeStates.Paid), (2, "urgent", 1000, FeeStates.Due)], await FeesAsync(platform, id));
        var one = await Office.FindAsync(platform, id);
        await Assert.ThrowsAsync<RuleException>(() => Office.DoAsync(platform, registrar, one, "approve"));
        var cashier = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("cashier", Office.Registry)));
        await cashier.GetAsync($"/en/desk/payments/{one.Reference}");
        Assert.Contains("Urgent handling", cashier.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await cashier.PostAsync());
        Assert.True(await Office.DoAsync(platform, registrar, await Office.FindAsync(platform, id), "approve"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_not_paid_and_no_longer_chosen_is_gone_and_what_was_paid_stays(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (owner, answers) = ((await platform.CitizenAsync()).PersonId, Residence.Answers(platform));
        answers["purpose"] = Urgent(platform, "yes");
        var id = await Corrected.SentAsync(platform, owner, answers);
        await Corrected.MoveAsync(platform, id, Guid.CreateVersion7(), "accept", "return");

        await Corrected.ResendAsync(platform, id, owner, "purpose", Urgent(platform, "no"));
        Assert.Equal([(1, "certificate", 500, FeeStates.Due)], await FeesAsync(platform, id));

        await Corrected.MoveAsync(platform, id, Guid.CreateVersion7(), "return");
        await Corrected.ResendAsync(platform, id, owner, "purpose", Urgent(platform, "yes"));
        await Office.PayAsync(platform, id);
        await Corrected.MoveAsync(platform, id, Guid.CreateVersion7(), "return");
        await Corrected.ResendAsync(platform, id, owner, "purpose", Urgent(platform, "no"));
        Assert.Equal([(1, "certificate", 500, FeeStates.Paid), (2, "urgent", 1000, FeeStates.Paid)], await FeesAsync(platform, id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_a_fee_that_grew_the_difference_is_due(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (owner, answers) = ((await platform.CitizenAsync()).PersonId, Residence.Answers(platform));
        answers["household"] = People(1);
        var id = await Corrected.SentAsync(platform, owner, answers);
        await Office.PayAsync(platform, id);
        await Corrected.MoveAsync(platform, id, Guid.CreateVersion7(), "accept", "return");
        (long, string, long, string)[] paid = [(1, "certificate", 500, FeeStates.Paid), (2, "extra_people", 100, FeeStates.Paid)];

        await Corrected.ResendAsync(platform, id, owner, "household", People(3));
        Assert.Equal([.. paid, (3, "extra_people", 200, FeeStates.Due)], await FeesAsync(platform, id));

        await Corrected.MoveAsync(platform, id, Guid.CreateVersion7(), "return");
        await Corrected.ResendAsync(platform, id, owner, "household", People(2));
        Assert.Equal([.. paid, (4, "extra_people", 100, FeeStates.Due)], await FeesAsync(platform, id));

        await Corrected.MoveAsync(platform, id, Guid.CreateVersion7(), "return");
        await Corrected.ResendAsync(platform, id, owner, "household", People(1));
        Assert.Equal(paid, await FeesAsync(platform, id));
    }

    private static async Task SendAsync(TestPlatform platform, TestPerson owner, Guid id, params string[] shown)
    {
        var me = new FormClient(await platform.ClientAsync(owner));
        await me.GetAsync($"/en/apply/{id}/check");
        Assert.All(shown, text => Assert.Contains(text, me.Html, StringComparison.Ordinal));
        await me.PostAsync();
        Assert.EndsWith("/sent", me.At, StringComparison.Ordinal);
    }

    private static Typed Urgent(TestPlatform platform, string answer) => Residence.Answers(platform)["purpose"].With("urgent", answer);

    private static Typed People(int count) => Enumerable.Range(0, count).Aggregate(Typed.Nothing.With("others", ""), (typed, n) =>
        typed.With($"others.{n}.other_name.given", "Somebody").With($"others.{n}.other_birth_date.year", "2010"));

    private static async Task<IEnumerable<(long, string, long, string)>> FeesAsync(TestPlatform platform, Guid id) =>
        (await platform.Services.GetRequiredService<CaseStore>().FeesAsync(id, new CaseAccess.AfterCommit())).Select(f => (f.N, f.Fee, f.Amount, f.State));
}
