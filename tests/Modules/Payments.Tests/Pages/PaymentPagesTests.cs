using System.Net;
using System.Text.RegularExpressions;
using Platform.Modules.Cases;
using Platform.Modules.Cases.References;
using Platform.Testing;

namespace Platform.Modules.Payments.Tests.Pages;

public sealed partial class PaymentPagesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_cashier_finds_the_case_receives_the_money_and_prints(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Counter.CaseAsync(platform);
        var client = await platform.ClientAsync(await platform.OfficialAsync("cashier", Counter.Registry));

        var found = await PostAsync(client, "/en/desk/payments", ("reference", CaseReference.Show(one.Reference!).ToLowerInvariant()));
        var received = await PostAsync(client, found.Headers.Location!.ToString(), ("amount", "500"));
        var receipt = await client.GetStringAsync(received.Headers.Location!);

        Assert.Contains("2026/000001", receipt, StringComparison.Ordinal);
        Assert.Contains(CaseReference.Show(one.Reference!), receipt, StringComparison.Ordinal);
        Assert.Contains("2026/000001", await client.GetStringAsync("/en/desk/payments/register"), StringComparison.Ordinal);
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

    private static async Task<HttpResponseMessage> PostAsync(TestClient client, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(path)).Groups[1].Value;
        using var body = new FormUrlEncodedContent(fields.Append(("_form", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        var response = await client.PostAsync(path, body);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response;
    }

    [GeneratedRegex("name=\"_form\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
