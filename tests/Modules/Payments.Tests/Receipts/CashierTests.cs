using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Payments.Receipts;
using Platform.Modules.Payments.Waivers;
using Platform.Testing;

namespace Platform.Modules.Payments.Tests.Receipts;

public sealed class CashierTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Parallel_cashiers_give_numbers_without_a_gap_or_a_double(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var cases = new List<CaseRow>();
        for (var i = 0; i < 20; i++)
        {
            cases.Add(await Counter.CaseAsync(platform));
        }

        // Each case is before two cashiers at once.
        var done = await Task.WhenAll(cases.Concat(cases).Select(one => Task.Run(() => Counter.TriedAsync(() => Counter.ReceiveAsync(platform, one)))));

        Assert.Equal(20, done.Count(d => d));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), await NumbersAsync(platform));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Money_is_not_received_twice_or_in_another_sum(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Counter.CaseAsync(platform);

        await Assert.ThrowsAsync<RuleException>(() => Counter.ReceiveAsync(platform, one, amount: 499));
        await Counter.ReceiveAsync(platform, one);
        await Assert.ThrowsAsync<RuleException>(() => Counter.ReceiveAsync(platform, one));

        Assert.Equal([1L], await NumbersAsync(platform));
        Assert.All(await Counter.FeesAsync(platform, one), f => Assert.Equal(FeeStates.Paid, f.State));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_wrong_receipt_is_cancelled_the_same_day_by_somebody_else(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Counter.CaseAsync(platform);
        var (cashier, colleague) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var receipt = await Counter.ReceiptAsync(platform, await Counter.ReceiveAsync(platform, one, by: cashier));

        await Assert.ThrowsAsync<RuleException>(() => Counter.CancelAsync(platform, receipt, cashier));
        await Counter.CancelAsync(platform, receipt, colleague);
        Assert.All(await Counter.FeesAsync(platform, one), f => Assert.Equal(FeeStates.Due, f.State));
        await Assert.ThrowsAsync<ActConflictException>(() => Counter.CancelAsync(platform, receipt, colleague));

        var second = await Counter.ReceiptAsync(platform, await Counter.ReceiveAsync(platform, one, by: cashier));
        Assert.Equal(2, second.Number);
        platform.Clock.Leap(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<RuleException>(() => Counter.CancelAsync(platform, second, colleague));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task However_they_race_no_case_is_decided_with_a_fee_that_is_due(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var official = await platform.OfficialAsync("registrar", Counter.Registry);
        for (var i = 0; i < 10; i++)
        {
            var one = await Counter.CaseAsync(platform);
            var receipt = await Counter.ReceiptAsync(platform, await Counter.ReceiveAsync(platform, one));
            Assert.True(await Counter.DoAsync(platform, official, one.CaseId, "accept"));

            await Task.WhenAll(
                Task.Run(() => Counter.TriedAsync(() => Counter.DoAsync(platform, official, one.CaseId, "approve"))),
                Task.Run(() => Counter.TriedAsync(() => Counter.CancelAsync(platform, receipt, Guid.CreateVersion7()))));

            var due = (await Counter.FeesAsync(platform, one)).Any(f => f.State == FeeStates.Due);
            Assert.NotEqual((await Counter.FindAsync(platform, one.CaseId)).Final, due);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_fee_is_lifted_for_a_reason_of_the_service_and_not_by_who_filed(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Counter.CaseAsync(platform);
        var waivers = platform.Services.GetRequiredService<FeeWaivers>();
        Task Waive(string reason, Guid by) => waivers.WaiveAsync(one, new CaseAccess.AfterCommit(), reason, new Actor(by, one.ApplicantId, Channels.Web));

        await Assert.ThrowsAsync<RuleException>(() => Waive("because", Guid.CreateVersion7()));
        await Assert.ThrowsAsync<RuleException>(() => Waive("low_income", one.ApplicantId!.Value));
        await Waive("low_income", Guid.CreateVersion7());

        Assert.All(await Counter.FeesAsync(platform, one), f => Assert.Equal(FeeStates.Waived, f.State));
        await Assert.ThrowsAsync<RuleException>(() => Counter.ReceiveAsync(platform, one));
    }

    private static async Task<IEnumerable<long>> NumbersAsync(TestPlatform platform)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return (await connection.QueryAsync<long>("select number from payments_receipt")).Order();
    }
}
