using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Erasure;

/// <summary>
/// Somebody's application through every door there is: signing up, details, a form with a file, a correction, an official's note, money at the counter,
/// a certificate. Everything that she or an official writes holds one word by which it can be found again.
/// </summary>
/// <param name="mark">Letters that stand nowhere else.</param>
/// <param name="digits">Eight digits that stand nowhere else.</param>
internal sealed partial class MarkedStory(TestPlatform platform, string mark, string digits)
{
    public const string Office = "transport-office";

    /// <summary>What must not be found in raw data.</summary>
    public IReadOnlyList<string> Marks => [mark, digits, Expiry];

    public string Expiry => $"2031-07-{digits[..2]}";

    /// <summary>The small form of the approval.</summary>
    public (string, string)[] NewExpiry => [("new_expiry.year", Expiry[..4]), ("new_expiry.month", Expiry[5..7]), ("new_expiry.day", Expiry[8..])];

    public TestClient Client { get; } = platform.Client();

    /// <summary>Ten characters.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Up to an application that waits at the office.</summary>
    public async Task<FormClient> BeginAsync()
    {
        var me = new FormClient(Client);
        await SignUpAsync(me);
        Reference = await ApplyAsync(me);
        return me;
    }

    public async Task RunAsync()
    {
        var (first, second) = (await OfficialAsync("registrar"), await OfficialAsync("registrar"));
        var me = await BeginAsync();
        await DoAsync(first, "accept");
        await NoteAsync(first);
        await DoAsync(first, "return", ("reason", $"The photo of {mark} is dark"));
        await CorrectAsync(me);
        await PayAsync();
        await DoAsync(first, "accept");
        await DoAsync(second, "approve", NewExpiry);
        await platform.SettleAsync();
    }

    private async Task SignUpAsync(FormClient me)
    {
        await me.GetAsync("/en/sign-up");
        Expect(HttpStatusCode.Redirect, await me.PostAsync(("name", $"{mark}account"), ("password", $"seven green {mark}")), me);
        await me.GetAsync("/en/account/details");
        Expect(HttpStatusCode.OK, await me.PostAsync(
            ("name-given", $"{mark}given"), ("name-family", $"{mark}family"), ("birth-year", "1980"), ("phone", $"+999{digits}"), ("email", $"{mark}@example.org"), ("id", digits)), me);
    }

    private async Task<string> ApplyAsync(FormClient me)
    {
        await me.GetAsync("/en/apply/driving-licence-renewal");
        await me.PostAsync(("without-name", "no"));
        await me.PostAsync(
            ("full_name.given", $"{mark}given"), ("full_name.family", $"{mark}family"), ("birth_date.year", "1980"), ("birth_date.month", "2"), ("birth_date.day", "3"),
            ("national_id", digits), ("phone", $"+999{digits}"));
        await me.PostAsync(
            ("licence_number", $"{mark}-1"), ("categories", "car"), ("expires.year", "2026"), ("expires.month", "5"), ("expires.day", "6"),
            ("lost", "yes"), ("lost_how", $"It fell into the {mark} river"));
        await me.UploadAsync("photo", $"{mark}.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. Encoding.UTF8.GetBytes($"{mark} {digits}"), .. new byte[2000]], ("photo", ""));
        await me.PostAsync(("collect_at.province", "XA"));
        await me.PostAsync(("collect_at.province", "XA"), ("collect_at.district", "XA01"), ("truthful", "yes"));
        Assert.True(me.At.EndsWith("/check", StringComparison.Ordinal), $"{me.At} {me.Html}");
        await me.PostAsync();
        return ShownReference().Match(me.Html).Value.Replace("-", "", StringComparison.Ordinal);
    }

    private async Task CorrectAsync(FormClient me)
    {
        await me.GetAsync($"/en/my/cases/{Reference}");
        Assert.Contains(mark, me.Html, StringComparison.Ordinal);
        var draft = DraftPath().Match(me.Html).Groups[1].Value;
        await me.GetAsync($"{draft}/photo");
        await me.UploadAsync("photo", $"{mark}-again.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. Encoding.UTF8.GetBytes($"again {mark}"), .. new byte[3000]], ("photo", ""));
        await me.GetAsync($"{draft}/check");
        Expect(HttpStatusCode.OK, await me.PostAsync(), me);
    }

    private async Task NoteAsync(FormClient desk)
    {
        await desk.GetAsync($"/en/desk/cases/{Reference}");
        Expect(HttpStatusCode.OK, await desk.PostAsync(("desk-note", $"I know {mark} from the market")), desk);
    }

    public async Task PayAsync()
    {
        var counter = await OfficialAsync("cashier");
        await counter.GetAsync($"/en/desk/payments/{Reference}");
        Expect(HttpStatusCode.OK, await counter.PostAsync(), counter);
    }

    public async Task DoAsync(FormClient desk, string action, params (string, string)[] given)
    {
        await desk.GetAsync($"/en/desk/cases/{Reference}?do={action}");
        Expect(HttpStatusCode.OK, await desk.PostAsync([.. given, ("desk-then", "stay")]), desk);
    }

    public async Task<FormClient> OfficialAsync(string role) => new(await platform.ClientAsync(await platform.OfficialAsync(role, Office)));

    private static void Expect(HttpStatusCode expected, HttpStatusCode got, FormClient at) => Assert.True(expected == got, $"{at.At}: {got} {at.Html}");

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}")]
    private static partial Regex ShownReference();

    [GeneratedRegex("href=\"(/en/apply/[0-9a-f-]{36})/")]
    private static partial Regex DraftPath();
}
