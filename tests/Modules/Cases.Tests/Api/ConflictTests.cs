using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Api;

/// <summary>Whoever comes too late is told who was faster: officials the name, applicants that it was the office.</summary>
public sealed class ConflictTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_official_learns_the_colleagues_name(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var slow = await ClientAsync(platform, await platform.OfficialAsync("registrar", Office.Registry));
        var one = await Office.CaseAsync(platform);
        Assert.True(await Office.DoAsync(platform, await Office.NamedAsync(platform, "Quick Winner"), one, "accept"));

        using var late = await slow.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/desk/{one.Reference}/actions/accept", null, $"\"{one.Version}\"");

        Assert.Equal("Quick Winner was faster. Nothing of yours was done. Look at it again.", await DetailAsync(late));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_applicant_learns_that_it_was_the_office_and_no_name(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Office.CaseAsync(platform, paid: false);
        using var me = await ClientAsync(platform, new TestPerson(one.ApplicantId!.Value, "", "", null));
        var seen = await me.TagAsync($"{one.CaseId}");
        Assert.True(await Office.DoAsync(platform, await Office.NamedAsync(platform, "Quick Winner"), one, "accept"));

        using var late = await me.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{one.CaseId}/actions/withdraw", null, seen);

        Assert.Equal("Somebody at the office was faster. Nothing of yours was done. Look at it again.", await DetailAsync(late));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_ones_own_other_window_nobody_else_is_blamed(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var me = await ClientAsync(platform, await platform.CitizenAsync());
        var id = await me.CreateAsync();
        (await me.SaveAsync(id, "purpose", new() { ["purpose"] = "school" })).Dispose();

        using var late = await me.SaveAsync(id, "purpose", new() { ["purpose"] = "loan" });

        Assert.Equal("It changed meanwhile. Look at it again.", await DetailAsync(late));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_ones_own_correction_the_office_that_asked_for_it_is_not_blamed(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (id, owner) = await Office.ReturnedAsync(platform);
        using var me = await ClientAsync(platform, owner);
        var seen = await me.TagAsync($"{id}");
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        (await me.SaveAsync($"{id}", "purpose", new() { ["purpose"] = "loan", ["urgent"] = false, ["truthful"] = true }, 1)).Dispose();

        using var late = await me.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/actions/resubmit", null, seen);

        Assert.Equal("It changed meanwhile. Look at it again.", await DetailAsync(late));
    }

    private static async Task<string> DetailAsync(HttpResponseMessage late)
    {
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        return (string)(await late.Content.ReadFromJsonAsync<JsonObject>())!["detail"]!;
    }

    private static async Task<TestClient> ClientAsync(TestPlatform platform, TestPerson person)
    {
        var client = await platform.ClientAsync(person);
        await client.TokenAsync();
        return client;
    }
}
