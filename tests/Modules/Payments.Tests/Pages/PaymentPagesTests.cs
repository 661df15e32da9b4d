using System.Net;
using Platform.Modules.Cases;
using Platform.Modules.Cases.References;
using Platform.Testing;

namespace Platform.Modules.Payments.Tests.Pages;

public sealed class PaymentPagesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_cashier_finds_the_case_receives_the_money_and_prints(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Counter.CaseAsync(platform);
        var counter = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("cashier", Counter.Registry)));

        await counter.GetAsync("/en/desk/payments");
        Assert.Equal(HttpStatusCode.OK, await counter.PostAsync(("reference", CaseReference.Show(one.Reference!).ToLowerInvariant())));
        Assert.Equal(HttpStatusCode.OK, await counter.PostAsync());

        Assert.Contains("2026/000001", counter.Html, StringComparison.Ordinal);
        Assert.Contains(CaseReference.Show(one.Reference!), counter.Html, StringComparison.Ordinal);
        await counter.GetAsync("/en/desk/payments/register");
        Assert.Contains("2026/000001", counter.Html, StringComparison.Ordinal);
        Assert.All(await Counter.FeesAsync(platform, one), f => Assert.Equal(FeeStates.Paid, f.State));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_cashier_sees_no_case_and_no_payment_of_another_office(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Counter.CaseAsync(platform);
        var near = await platform.ClientAsync(await platform.OfficialAsync("cashier", Counter.Registry));
        var far = await platform.ClientAsync(await platform.OfficialAsync("cashier", "licensing-agency"));

        Assert.Equal(HttpStatusCode.NotFound, (await near.GetAsync($"/en/desk/cases/{one.Reference}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await near.GetAsync($"/en/desk/payments/{one.Reference}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/en/desk/payments/{one.Reference}")).StatusCode);
        var receipt = await Counter.ReceiveAsync(platform, one);
        Assert.Equal(HttpStatusCode.OK, (await near.GetAsync($"/en/desk/payments/receipts/{receipt}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/en/desk/payments/receipts/{receipt}")).StatusCode);
    }
}
