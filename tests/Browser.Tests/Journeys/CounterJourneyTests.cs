using Platform.Browser.Tests.Kit;
using Platform.Modules.Cases.References;

namespace Platform.Browser.Tests.Journeys;

public sealed class CounterJourneyTests(Portal portal)
{
    [Theory]
    [MemberData(nameof(Screen.Ends), MemberType = typeof(Screen))]
    [MemberData(nameof(Screen.Strange), MemberType = typeof(Screen))]
    public async Task A_person_without_papers_telephone_or_account_goes_home_with_paper(Screen screen)
    {
        await using var clerk = await portal.OpenAsync(screen, "counter", "clerk");
        var reference = await FileAsync(clerk);
        await clerk.VisitAsync($"/desk/cases/{reference}?do=accept");
        await clerk.PressAsync("desk-then", "stay");

        await using var cashier = await portal.OpenAsync(screen, "counter-cashier", "cashier");
        await cashier.VisitAsync($"/desk/payments/{reference}");
        await cashier.PressAsync(cashier.T("Received at the counter"));
        await using var registrar = await portal.OpenAsync(screen, "counter-registrar", "registrar");
        await registrar.VisitAsync("/desk");
        await registrar.TypeAsync("find", reference);
        await registrar.PressAsync(registrar.T("Find"));
        Assert.Equal($"/desk/cases/{CaseReference.Parse(reference)}", registrar.At);
        await registrar.VisitAsync($"/desk/cases/{reference}?do=approve");
        await registrar.PressAsync("desk-then", "stay");

        // The person comes back with the slip: the clerk prints what was written to them and the certificate.
        await clerk.VisitAsync($"/desk/slips/{reference}");
        Assert.True(await clerk.Page.Locator(".p-slip, .p-notice, article").First.IsVisibleAsync());
        await registrar.VisitAsync($"/desk/cases/{reference}");
        await registrar.PressAsync(registrar.Page.Locator("main a[href*='/desk/documents']").First);
    }

    private static async Task<string> FileAsync(Visitor clerk)
    {
        var given = $"Mee{Guid.CreateVersion7():N}"[..20];
        await clerk.VisitAsync("/desk/file");
        await clerk.TypeAsync("name", given);
        await clerk.PressAsync(clerk.T("Search"));
        await clerk.PressAsync(clerk.Page.Locator("main a[href*='/desk/people/new']"));
        await clerk.TypeAsync("name-given", given);
        await clerk.PressAsync(clerk.T("Add"));
        // She holds no paper: what a clerk sees who does is looked at on the way.
        await clerk.PressAsync(clerk.Page.Locator("main a[href*='/desk/file/paper']"));
        // With mistakes beside them, fields are as wide as they ever get.
        await clerk.PressAsync(clerk.T("Continue"));
        Assert.Equal(1, await clerk.Page.Locator(".govuk-error-summary").CountAsync());
        await clerk.PressAsync(clerk.Page.Locator("a.govuk-back-link"));
        await clerk.PressAsync("service", "residence-certificate");

        await clerk.TypeAsync("full_name.given", given);
        await clerk.TypeAsync("birth_date.year", "1951");
        await Licence.ContinueAsync(clerk);
        await clerk.SelectAsync("village.province", "01");
        await clerk.PressAsync("stay", "yes");
        await clerk.SelectAsync("village.district", "0101");
        await clerk.PressAsync("stay", "yes");
        await clerk.SelectAsync("village.village", "10101");
        Assert.Equal(0, await clerk.Page.Locator(".govuk-error-summary").CountAsync());
        await clerk.TypeAsync("since.month", "6");
        await clerk.TypeAsync("since.year", "1998");
        await clerk.ChooseAsync("tenure", "owned");
        await Licence.ContinueAsync(clerk);
        await Licence.ContinueAsync(clerk);
        await clerk.ChooseAsync("purpose", "loan");
        await clerk.ChooseAsync("urgent", "no");
        await clerk.ChooseAsync("truthful", "yes");
        await Licence.ContinueAsync(clerk);
        await clerk.PressAsync(clerk.T("Send"));
        Assert.EndsWith("/slip", clerk.At, StringComparison.Ordinal);
        return (await clerk.Page.Locator(".p-slip__reference").InnerTextAsync()).Trim();
    }
}
