using System.Buffers.Text;
using System.Text;
using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Journeys;

public sealed class LicenceJourneyTests(Portal portal)
{
    [Theory]
    [MemberData(nameof(Screen.Pairs), MemberType = typeof(Screen))]
    [MemberData(nameof(Screen.Strange), MemberType = typeof(Screen))]
    public async Task A_citizen_signs_up_applies_pays_and_holds_a_certificate_that_anyone_can_verify(Screen screen)
    {
        await using var citizen = await portal.OpenAsync(screen, "citizen");
        await SignUpAsync(citizen);
        var reference = await ApplyAsync(citizen);
        await PayAsync(screen, reference);
        await DecideAsync(screen, reference);

        await citizen.VisitAsync($"/my/cases/{reference}");
        await citizen.VisitAsync("/my/messages");
        await citizen.VisitAsync("/my/documents");
        await citizen.PressAsync(citizen.Page.Locator("main .p-card__title a").First);
        var code = (await citizen.Page.Locator(".p-sheet__code").InnerTextAsync()).Trim();
        var signed = (await citizen.Page.Locator(".p-signed-text").TextContentAsync())!.Trim();

        await using var bank = await portal.OpenAsync(screen, "bank");
        await VerifyAsync(bank, code, signed);
    }

    private static async Task SignUpAsync(Visitor citizen)
    {
        await citizen.VisitAsync("/");
        await citizen.VisitAsync("/sign-up");
        await citizen.TypeAsync("name", "ab");
        await citizen.TypeAsync("password", "short");
        await citizen.PressAsync(citizen.T("Create account"));
        Assert.Equal(2, await citizen.Page.Locator(".govuk-error-message").CountAsync());
        await citizen.TypeAsync("name", $"n{Guid.CreateVersion7():N}");
        await citizen.TypeAsync("password", "seven green herons");
        await citizen.PressAsync(citizen.T("Create account"));
        Assert.Equal("/account", citizen.At);
    }

    private static async Task<string> ApplyAsync(Visitor citizen)
    {
        await citizen.VisitAsync($"/services/{Licence.Service}");
        await citizen.FollowAsync($"/apply/{Licence.Service}");
        await citizen.PressAsync(citizen.T("Start now"));
        await Licence.ContinueAsync(citizen);
        Assert.True(await citizen.Page.Locator(".govuk-error-summary").IsVisibleAsync());
        await Licence.FillAsync(citizen, "Noy");
        await citizen.PressAsync(citizen.T("Send"));
        await citizen.VisitAsync("/my/cases");
        await citizen.PressAsync(citizen.Page.Locator("main a[href*='/my/cases/']").First);
        return citizen.At.Split('/')[^1];
    }

    private async Task PayAsync(Screen screen, string reference)
    {
        await using var cashier = await portal.OpenAsync(screen, "cashier", "cashier");
        await cashier.VisitAsync("/desk/payments");
        await cashier.TypeAsync("reference", reference);
        await cashier.PressAsync(cashier.T("Find"));
        await cashier.PressAsync(cashier.T("Received at the counter"));
        await cashier.VisitAsync("/desk/payments/register");
    }

    private async Task DecideAsync(Screen screen, string reference)
    {
        await using var clerk = await portal.OpenAsync(screen, "clerk", "clerk");
        await clerk.VisitAsync("/desk");
        await clerk.VisitAsync("/desk/queues/new");
        await clerk.VisitAsync($"/desk/cases/{reference}");
        await clerk.PressAsync("desk-take", "take");
        await clerk.FollowAsync("?do=accept#act");
        await clerk.PressAsync("desk-then", "stay");

        await using var registrar = await portal.OpenAsync(screen, "registrar", "registrar");
        await registrar.VisitAsync($"/desk/cases/{reference}");
        var file = await registrar.Page.RunAndWaitForDownloadAsync(() => registrar.Page.Locator("main a[href*='/files/']").First.ClickAsync());
        Assert.Null(await file.FailureAsync());
        await registrar.VisitAsync($"/desk/cases/{reference}?do=approve");
        await registrar.PressAsync("desk-then", "stay", expected: 422);
        Assert.True(await registrar.Page.Locator(".govuk-error-summary").IsVisibleAsync());
        await registrar.TypeDateAsync("new_expiry", Portal.Today.AddYears(5));
        await registrar.PressAsync("desk-then", "stay");
        await registrar.VisitAsync("/desk/register");
    }

    private static async Task VerifyAsync(Visitor bank, string code, string signed)
    {
        await bank.VisitAsync("/verify");
        await bank.TypeAsync("text", code);
        await bank.PressAsync(bank.T("Check"));
        Assert.Contains(bank.T("This document is genuine and in force."), await bank.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("LA-12345", await bank.TextAsync(), StringComparison.Ordinal);

        await bank.VisitAsync("/verify");
        await bank.TypeAsync("text", signed);
        await bank.PressAsync(bank.T("Check"));
        Assert.Contains("LA-12345", await bank.TextAsync(), StringComparison.Ordinal);

        // Of a code that is nearly right no more is told than of one that never was.
        List<string> answers = [];
        foreach (var wrong in new[] { OneLetterOff(code), new string('0', 26), OneFieldOff(signed) })
        {
            await bank.VisitAsync("/verify");
            await bank.TypeAsync("text", wrong);
            await bank.PressAsync(bank.T("Check"));
            Assert.DoesNotContain(bank.T("This document is genuine and in force."), await bank.TextAsync(), StringComparison.Ordinal);
            answers.Add(await bank.Page.Locator(".govuk-error-message").InnerTextAsync());
        }

        Assert.Single(answers.Distinct());
    }

    private static string OneLetterOff(string code) => code[..5] + (code[5] is 'A' ? 'B' : 'A') + code[6..];

    // The number of the licence, as somebody would who wants to drive with another's certificate.
    private static string OneFieldOff(string signed)
    {
        var parts = signed.Split('.');
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        Assert.Contains("LA-12345", text, StringComparison.Ordinal);
        var altered = text.Replace("LA-12345", "LA-54321", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(altered))}.{parts[2]}";
    }
}
