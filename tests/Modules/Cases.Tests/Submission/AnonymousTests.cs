using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Cases.Tests.Api;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Submission;

/// <summary>A complaint without a name, about the registry office.</summary>
public sealed partial class AnonymousTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Only_the_browser_that_holds_the_secret_reads_the_answer(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var browser = platform.Client();
        var reference = await ComplainAsync(browser);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/en/my/cases/{reference}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Client().GetAsync($"/en/my/cases/{reference}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.ClientAsync(await platform.CitizenAsync())).GetAsync($"/en/my/cases/{reference}")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task No_row_says_who_it_was_even_where_somebody_is_signed_in(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var person = await platform.CitizenAsync();
        using var browser = await platform.ClientAsync(person);
        await browser.TokenAsync();
        var before = await NamedAsync(platform, person.PersonId);

        var reference = await ComplainAsync(browser);
        var found = await FindAsync(platform, reference);
        using var withdrawn = await browser.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{found.CaseId}/actions/withdraw", null, $"\"{found.Stamp}\"", "a key");
        await platform.SettleAsync();

        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        Assert.Equal((null, null), (found.ApplicantId, found.FiledBy));
        Assert.Equal(before, await NamedAsync(platform, person.PersonId));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_code_opens_it_in_another_browser_and_a_wrong_one_opens_nothing(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var browser = platform.Client();
        var reference = await ComplainAsync(browser);
        var code = Code().Match(await browser.GetStringAsync($"/en/apply/{(await FindAsync(platform, reference)).CaseId:D}/sent")).Value;
        using var other = platform.Client();
        var form = new FormClient(other);
        await form.GetAsync("/en/my/cases/code");

        await form.PostAsync(("code", (code[0] == '0' ? '1' : '0') + code[1..]));
        Assert.Contains("No application has this code", form.Html, StringComparison.Ordinal);
        await form.PostAsync(("code", code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));

        Assert.Equal("/en/my/cases", form.At);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"/en/my/cases/{reference}")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_next_person_at_the_same_computer_does_not_see_it(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var browser = platform.Client();
        var reference = await ComplainAsync(browser);
        var sent = $"/en/apply/{(await FindAsync(platform, reference)).CaseId:D}/sent";

        await platform.SignInAsync(browser, await platform.CitizenAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/en/my/cases/{reference}")).StatusCode);
        browser.Cookies.GetAllCookies().Single(c => c.Name == "session").Expired = true;
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/en/my/cases/{reference}")).StatusCode);
        var form = new FormClient(browser);
        await form.GetAsync(sent);
        await form.PostAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/en/my/cases/{reference}")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_office_complained_of_never_sees_it_and_another_one_does(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var reference = await ComplainAsync(platform.Client());
        var inspector = await platform.ClientAsync(await platform.OfficialAsync("complaints-officer", "inspection-office"));
        var both = await platform.OfficialAsync("complaints-officer", "inspection-office");
        await platform.GrantAsync(both, "registrar", Office.Registry);
        TestClient[] complainedOf = [await platform.ClientAsync(both), await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry))];

        Assert.Equal("inspection-office", (await FindAsync(platform, reference)).Organization);
        Assert.Equal(HttpStatusCode.OK, (await inspector.GetAsync($"/en/desk/cases/{reference}")).StatusCode);
        foreach (var official in complainedOf)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await official.GetAsync($"/en/desk/cases/{reference}")).StatusCode);
            Assert.DoesNotContain(reference, (await official.GetStringAsync("/en/desk/queues/all")).Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    private static async Task<string> ComplainAsync(TestClient client)
    {
        var form = new FormClient(client);
        await form.GetAsync("/en/apply/complaint");
        await form.PostAsync(("without-name", "yes"));
        await form.PostAsync(("subject", "service"), ("about_organization", Office.Registry), ("kind", "delay"));
        await form.PostAsync(("service_name", "Certificate of residence"));
        await form.PostAsync(("happened.year", "2026"), ("happened.month", "1"), ("place.province", "XA"));
        await form.PostAsync(("happened.year", "2026"), ("happened.month", "1"), ("place.province", "XA"), ("place.district", "XA01"), ("description", "It took three weeks"));
        await form.PostAsync();
        await form.PostAsync(("truthful", "yes"));
        await form.PostAsync();
        Assert.True(form.At.EndsWith("/sent", StringComparison.Ordinal), $"{form.At} {form.Html}");
        return Shown().Match(form.Html).Value.Replace("-", "", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]")]
    private static partial Regex Code();

    private static async Task<CaseRow> FindAsync(TestPlatform platform, string reference) =>
        (await platform.Services.GetRequiredService<CaseStore>().FindAsync(reference, new CaseAccess.AfterCommit()))!;

    // In how many rows of which tables the person stands, by any column.
    private static async Task<SortedDictionary<string, int>> NamedAsync(TestPlatform platform, Guid person)
    {
        await platform.SettleAsync();
        var db = platform.Services.GetRequiredService<Db>();
        await using var connection = await db.OpenAsync();
        var tables = await connection.QueryAsync<string>(db.IsPostgres
            ? "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
            : "select name from sqlite_master where type = 'table'");
        var named = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var rows = await connection.QueryAsync($"select * from {table}");
            named[table] = rows.Cast<IDictionary<string, object?>>().Count(row => row.Values.Any(v =>
                $"{v}".Contains($"{person:D}", StringComparison.OrdinalIgnoreCase) || $"{v}".Contains($"{person:N}", StringComparison.OrdinalIgnoreCase)));
        }

        return named;
    }

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}")]
    private static partial Regex Shown();
}
