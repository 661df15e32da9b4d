using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Connectors.Dan.Tests;

public sealed class SignInTests
{
    private const string Number = "УБ94051712";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_signs_in_with_it_is_known_as_the_registries_know_them(DatabaseKind kind)
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(kind, "e-mongolia", configure: null, dan.Settings());
        using var browser = new Browser(platform);

        var onward = await browser.SignInAsync("?return=/mn/account/details");
        var person = await OwnerAsync(platform);

        Assert.Equal("/mn/account/details", onward);
        Assert.Equal(HttpStatusCode.OK, (await browser.Portal.GetAsync("/mn/account")).StatusCode);
        Assert.Equal(Assurances.Substantial, person.Assurance);
        Assert.Equal(Evidence.IdentityProvider, person.Confirmation?.Evidence);
        Assert.Equal((Number, "1994-05-17"), (person.Details!.VerifiedId, person.Details.BirthDate?.ToString()));
        Assert.Equal(["Боржигон", "Бат", "Сараа"], new[] { "clan", "patronymic", "given" }.Select(part => person.Details.Name[part]));
        Assert.Equal(new PersonAddress("2101", "2-р баг, 14"), person.Details.Address);
        Assert.Equal(
            """[{"services":["WS100101_getCitizenIDCardInfo","WS100103_getCitizenAddressInfo"],"wsdl":"https://xyp.gov.mn/citizen-1.5.0/ws?WSDL"}]""", dan.ScopeAsked);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_second_time_it_is_the_same_person_with_what_is_new(DatabaseKind kind)
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(kind, "e-mongolia", configure: null, dan.Settings());
        using var first = new Browser(platform);
        using var second = new Browser(platform);
        await first.SignInAsync();
        var before = await OwnerAsync(platform);
        dan.Answers["WS100103_getCitizenAddressInfo"] = FakeDan.Answer(0, new JsonObject { ["aimagCityCode"] = "11", ["soumDistrictCode"] = "19", ["fullAddress"] = "1-р хороо" });

        await second.SignInAsync();
        var after = await OwnerAsync(platform);

        Assert.Equal(before.PersonId, after.PersonId);
        Assert.Equal(new PersonAddress("1119", "1-р хороо"), after.Details!.Address);
        Assert.Equal(1, await CountAsync(platform, "identity_account"));
        Assert.Equal(["identity.session-start", "identity.sign-up", "person.add", "person.change", "person.confirm"], (await AuditAsync(platform, after.PersonId)).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_account_with_the_confirmed_number_is_found_and_one_that_only_claims_it_is_not(DatabaseKind kind)
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(kind, "e-mongolia", configure: null, dan.Settings());
        var official = await platform.OfficialAsync("clerk", "gasr");
        var claims = await platform.CitizenAsync(new PersonDetails { ClaimedId = Number });
        using var browser = new Browser(platform);

        await browser.SignInAsync();
        var made = await OwnerAsync(platform);
        Assert.NotEqual(claims.PersonId, made.PersonId);

        dan.Answers["WS100101_getCitizenIDCardInfo"]["response"]!["regnum"] = "УБ80010199";
        var owns = await platform.CitizenAsync(new PersonDetails { ClaimedId = "УБ80010199" }, confirmedBy: official.PersonId);
        using var other = new Browser(platform);
        await other.SignInAsync();

        Assert.Equal(owns.PersonId, await platform.Services.GetRequiredService<PersonStore>().OwnerOfAsync("УБ80010199"));
        Assert.Contains(owns.SignInName, (await SessionsAsync(platform, owns.PersonId)) == 1 ? owns.SignInName : "no session", StringComparison.Ordinal);
        Assert.Equal(Evidence.IdentityCard, (await platform.Services.GetRequiredService<PersonStore>().FindAsync(owns.PersonId))!.Confirmation!.Evidence);
    }

    [Fact]
    public async Task An_official_enters_a_code_of_the_app_as_after_a_password()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(pack: "e-mongolia", args: dan.Settings());
        var official = await platform.OfficialAsync("clerk", "gasr");
        await ConfirmAsync(platform, official.PersonId);
        using var browser = new Browser(platform);

        var onward = await browser.SignInAsync("?return=/mn/desk/people");

        Assert.Equal("/mn/sign-in/code?return=%2Fmn%2Fdesk%2Fpeople", onward);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Portal.GetAsync("/mn/desk/people")).StatusCode);
    }

    [Fact]
    public async Task Two_tabs_do_not_meet_and_two_at_one_moment_are_one_person()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(pack: "e-mongolia", args: dan.Settings());
        using var browser = new Browser(platform);
        using var other = new Browser(platform);
        var (one, two, three) = (await browser.LeaveAsync(), await browser.LeaveAsync(), await other.LeaveAsync());

        var ends = await Task.WhenAll(browser.ReturnAsync(one), browser.ReturnAsync(two), other.ReturnAsync(three));

        Assert.All(ends, end => Assert.Equal("/mn/account/start", end));
        Assert.Equal(1, await CountAsync(platform, "identity_account"));
    }

    private static async Task<Person> OwnerAsync(TestPlatform platform)
    {
        var people = platform.Services.GetRequiredService<PersonStore>();
        return (await people.FindAsync((await people.OwnerOfAsync(Number))!.Value))!;
    }

    private static async Task ConfirmAsync(TestPlatform platform, Guid person)
    {
        var people = platform.Services.GetRequiredService<PersonStore>();
        var act = platform.Services.GetRequiredService<Acts>().Begin(new Actor(person, person, Channels.System));
        await people.ConfirmAsync(act, (await people.FindAsync(person))!, new PersonDetails { VerifiedId = Number }, Evidence.IdentityCard);
        await act.CommitAsync();
    }

    private static async Task<long> CountAsync(TestPlatform platform, string table)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.ExecuteScalarAsync<long>($"select count(*) from {table}");
    }

    private static async Task<long> SessionsAsync(TestPlatform platform, Guid person)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.ExecuteScalarAsync<long>("select count(*) from identity_session where person_id = @person and provider = 'dan'", new { person });
    }

    private static async Task<IReadOnlyList<string>> AuditAsync(TestPlatform platform, Guid person)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return (await connection.QueryAsync<string>("select action from platform_audit where subject_id = @person", new { person })).AsList();
    }
}
