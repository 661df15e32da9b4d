using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Modules;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Modules.Sample.Tests;

public sealed class SampleTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_decided_case_is_entered_for_a_year_and_shown_where_it_belongs(DatabaseKind kind)
    {
        await using var platform = await Register.StartAsync(kind);
        var official = await platform.OfficialAsync("official", Register.Office);

        var entry = await platform.EnterAsync(await platform.ApplyAsync(await platform.CitizenAsync()), official);

        Assert.Equal(new DateOnly(2027, 3, 2), entry.ValidUntil);
        Assert.Equal((Register.Office, "yearly", true), (entry.Organization, entry.Kind, entry.IsValid));
        using var desk = await platform.ClientAsync(official);
        Assert.Contains(entry.Number, await desk.GetStringAsync("/en/desk/sample"), StringComparison.Ordinal);
        Assert.Contains("For a year", await desk.GetStringAsync("/en/desk/sample"), StringComparison.Ordinal);
        Assert.Equal("yearly", (string)(await desk.GetFromJsonAsync<JsonObject>($"/api/v1/sample/{entry.Number.ToLowerInvariant()}"))!["kind"]!);
        using var elsewhere = await platform.ClientAsync(await platform.OfficialAsync("official", "other-office"));
        Assert.DoesNotContain(entry.Number, await elsewhere.GetStringAsync("/en/desk/sample"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/v1/sample/{entry.Number}")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_official_ends_an_entry_once_and_its_case_says_so_once(DatabaseKind kind)
    {
        await using var platform = await Register.StartAsync(kind);
        var official = await platform.OfficialAsync("official", Register.Office);
        var entry = await platform.EnterAsync(await platform.ApplyAsync(await platform.CitizenAsync()), official);
        using var desk = await platform.ClientAsync(official);
        var page = new FormClient(desk);
        await page.GetAsync("/en/desk/sample");

        Assert.Equal(HttpStatusCode.OK, await page.PostAsync(("number", entry.Number)));
        Assert.Contains("Ended", page.Html, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => platform.Services.GetRequiredService<SampleStore>().EndAsync(entry, Actor.System));
        await platform.SettleAsync();
        await using var scope = platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellCase>().HandleAsync(new EntryEnded(entry.EntryId), CancellationToken.None);

        Assert.Single(await platform.EventsAsync(entry.CaseId), SampleStore.Ended);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_job_ends_what_has_run_out_and_nothing_else(DatabaseKind kind)
    {
        await using var platform = await Register.StartAsync(kind);
        var official = await platform.OfficialAsync("official", Register.Office);
        var first = await platform.EnterAsync(await platform.ApplyAsync(await platform.CitizenAsync()), official);
        platform.Clock.Leap(TimeSpan.FromDays(300));
        var second = await platform.EnterAsync(await platform.ApplyAsync(await platform.CitizenAsync()), official);
        platform.Clock.Leap(TimeSpan.FromDays(70));

        await using var scope = platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EndEntries>().RunAsync(CancellationToken.None);

        var now = (await platform.EntriesAsync()).ToDictionary(e => e.EntryId, e => e.IsValid);
        Assert.False(now[first.EntryId]);
        Assert.True(now[second.EntryId]);
    }

    [Fact]
    public async Task Who_has_a_valid_entry_is_asked_whether_she_knows()
    {
        await using var platform = await Register.StartAsync();
        var citizen = await platform.CitizenAsync();
        await platform.EnterAsync(await platform.ApplyAsync(citizen), await platform.OfficialAsync("official", Register.Office));
        using var client = await platform.ClientAsync(citizen);
        var form = new FormClient(client);
        await form.GetAsync("/en/apply/entry");
        await form.PostAsync();

        await form.PostAsync(("why", "Because"));

        Assert.Contains("I know that I have a valid entry.", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/check", form.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_number_is_noticed_and_kept()
    {
        await using var platform = await Register.StartAsync();
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);
        await form.GetAsync("/en/apply/entry");
        await form.PostAsync();
        var number = EntryNumber.Create();
        var wrong = (number[0] == '2' ? '3' : '2') + number[1..];

        await form.PostAsync(("why", "Because"), ("former", wrong));
        Assert.Contains("Check this number", form.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{wrong}\"", form.Html, StringComparison.Ordinal);
        await form.PostAsync(("why", "Because"), ("former", $"{number[..4]} {number[4..].ToLowerInvariant()}"));
        Assert.EndsWith("/check", form.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_by_the_api_needs_its_permission_and_the_header()
    {
        await using var platform = await Register.StartAsync();
        var official = await platform.OfficialAsync("official", Register.Office);
        var entry = await platform.EnterAsync(await platform.ApplyAsync(await platform.CitizenAsync()), official);
        var end = $"/api/v1/sample/{entry.Number}/end";
        using var reader = await platform.ClientAsync(await platform.OfficialAsync("reader", Register.Office));
        using var client = await platform.ClientAsync(official);

        Assert.False((await reader.PostAsync(end, null)).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(end, null)).StatusCode);
        var session = (await client.GetFromJsonAsync<JsonObject>("/api/v1/identity/session"))!;
        client.DefaultRequestHeaders.Add((string)session["csrfHeader"]!, (string)session["csrfToken"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync(end, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync(end, null)).StatusCode);
    }

    [Fact]
    public async Task Where_the_pack_has_it_off_there_is_no_page_and_no_endpoint()
    {
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, "starter", [new SampleModule()]);
        using var client = platform.Client();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/en/desk/sample")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/sample")).StatusCode);
    }

    [Fact]
    public async Task A_bad_setting_stops_the_host()
    {
        var error = await Assert.ThrowsAnyAsync<OptionsValidationException>(() => Register.StartAsync(DatabaseKind.Sqlite, "--Modules:sample:EndAtOnce", "0"));

        Assert.Contains("EndAtOnce", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Its_migrations_run_once(DatabaseKind kind)
    {
        await using var platform = await Register.StartAsync(kind);

        Assert.Equal(0, await platform.Services.GetRequiredService<Migrator>().RunAsync(platform.Services.GetRequiredService<ModuleCatalog>().Migrations));
    }
}
