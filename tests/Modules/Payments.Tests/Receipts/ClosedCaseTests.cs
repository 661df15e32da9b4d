using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Payments.Waivers;
using Platform.Testing;

namespace Platform.Modules.Payments.Tests.Receipts;

public sealed class ClosedCaseTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_is_received_or_lifted_for_a_withdrawn_case_and_the_cashier_is_told(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var seen = await Counter.CaseAsync(platform);
        var counter = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("cashier", Counter.Registry)));
        await counter.GetAsync($"/en/desk/payments/{seen.Reference}");
        Assert.True(await Counter.WithdrawAsync(platform, seen));
        var closed = await Counter.FindAsync(platform, seen.CaseId);

        Assert.Equal(HttpStatusCode.Conflict, await counter.PostAsync());
        Assert.Contains("This case is closed: nothing is to be paid.", counter.Html, StringComparison.Ordinal);
        await counter.GetAsync($"/en/desk/payments/{seen.Reference}");
        Assert.Contains("This case is closed: nothing is to be paid.", counter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Received at the counter", counter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("To be paid", counter.Html, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => Counter.ReceiveAsync(platform, closed));
        await Assert.ThrowsAsync<RuleException>(() => WaiveAsync(platform, closed));
        // Whoever looked before it was withdrawn is refused by the act itself.
        await Assert.ThrowsAsync<ActConflictException>(() => Counter.ReceiveAsync(platform, seen));
        await Assert.ThrowsAsync<ActConflictException>(() => WaiveAsync(platform, seen));
        Assert.Equal((0, 0, 0), await WrittenAsync(platform));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task However_they_race_no_money_comes_in_after_the_withdrawal(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        for (var i = 0; i < 10; i++)
        {
            var one = await Counter.CaseAsync(platform);

            await Task.WhenAll(
                Task.Run(() => Counter.TriedAsync(() => Counter.WithdrawAsync(platform, one))),
                Task.Run(() => Counter.TriedAsync(() => Counter.ReceiveAsync(platform, one))));

            var events = await platform.Services.GetRequiredService<CaseStore>().EventsAsync(one.CaseId, new CaseAccess.AfterCommit());
            Assert.DoesNotContain(events.SkipWhile(e => e.Action != "withdraw"), e => e.Kind == "payments.received");
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_paid_before_is_given_back_where_the_case_ended_without_a_decision_and_not_where_it_was_decided(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var registrar = await platform.OfficialAsync("registrar", Counter.Registry);
        var (withdrawn, lapsed, decided) = (await Counter.CaseAsync(platform), await Counter.CaseAsync(platform), await Counter.CaseAsync(platform));
        var first = await Counter.ReceiptAsync(platform, await Counter.ReceiveAsync(platform, withdrawn));
        var second = await Counter.ReceiptAsync(platform, await Counter.ReceiveAsync(platform, decided));
        var third = await Counter.ReceiptAsync(platform, await Counter.ReceiveAsync(platform, lapsed));
        Assert.True(await Counter.WithdrawAsync(platform, withdrawn));
        Assert.True(await Counter.DoAsync(platform, registrar, lapsed.CaseId, "accept"));
        Assert.True(await Counter.DoAsync(platform, registrar, lapsed.CaseId, "return", "A reason"));
        Assert.True(await Counter.DoAsync(platform, registrar, lapsed.CaseId, "lapse", "A reason"));
        Assert.True(await Counter.DoAsync(platform, registrar, decided.CaseId, "accept"));
        Assert.True(await Counter.DoAsync(platform, registrar, decided.CaseId, "approve"));

        await Counter.CancelAsync(platform, first, Guid.CreateVersion7());
        await Counter.CancelAsync(platform, third, Guid.CreateVersion7());
        await Assert.ThrowsAsync<ActConflictException>(() => Counter.CancelAsync(platform, second, Guid.CreateVersion7()));

        Assert.Equal((false, true), ((await Counter.ReceiptAsync(platform, first.ReceiptId)).IsValid, (await Counter.ReceiptAsync(platform, second.ReceiptId)).IsValid));
        await platform.SettleAsync();
        var me = new FormClient(await platform.ClientAsync(new TestPerson(withdrawn.ApplicantId!.Value, "", "", null)));
        await me.GetAsync($"/en/my/cases/{withdrawn.Reference}");
        Assert.Contains("A receipt was cancelled. Nothing is to be paid.", me.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("due again", me.Html, StringComparison.Ordinal);
    }

    private static Task WaiveAsync(TestPlatform platform, CaseRow one) =>
        platform.Services.GetRequiredService<FeeWaivers>().WaiveAsync(one, new CaseAccess.AfterCommit(), "low_income", new Actor(Guid.CreateVersion7(), one.ApplicantId, Channels.Web));

    private static async Task<(long Receipts, long Waivers, long Numbers)> WrittenAsync(TestPlatform platform)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.QuerySingleAsync<(long, long, long)>(
            "select (select count(*) from payments_receipt), (select count(*) from payments_waiver), (select count(*) from payments_counter)");
    }
}
