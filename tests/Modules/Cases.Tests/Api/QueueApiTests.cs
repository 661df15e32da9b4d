using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Api;

public sealed class QueueApiTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_queue_is_read_page_by_page_what_is_due_first_on_top(DatabaseKind kind)
    {
        const int Cases = 53;
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var official = await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry));
        var made = new List<CaseRow>();
        for (var i = 0; i < Cases; i++)
        {
            platform.Clock.Advance(TimeSpan.FromSeconds(1));
            made.Add(await Office.CaseAsync(platform, paid: false));
        }

        var first = (await official.GetFromJsonAsync<JsonObject>("/api/v1/cases/desk/queues/new"))!;
        var second = (await official.GetFromJsonAsync<JsonObject>($"/api/v1/cases/desk/queues/new?after={Uri.EscapeDataString((string)first["next"]!)}"))!;
        var all = (await official.GetFromJsonAsync<JsonObject>("/api/v1/cases/desk/queues/all"))!;

        Assert.Equal((50, 3, null), (first["cases"]!.AsArray().Count, second["cases"]!.AsArray().Count, (string?)second["next"]));
        Assert.Equal(made.OrderBy(c => c.StateDueAt).ThenBy(c => c.CaseId).Select(c => c.Reference), References(first).Concat(References(second)));
        Assert.Equal(References(first), References(all));
        Assert.Equal(((string?)null, "2026-03-03"), ((string?)first["cases"]![0]!["assignee"], (string?)first["cases"]![0]!["stateDueOn"]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_holds_what_its_reader_may_see_and_there_is_no_other(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        await Office.CaseAsync(platform);
        using var elsewhere = await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry, Office.ElsewherePath(platform)));
        using var citizen = await platform.ClientAsync(await platform.CitizenAsync());

        Assert.Empty((await elsewhere.GetFromJsonAsync<JsonObject>("/api/v1/cases/desk/queues/new"))!["cases"]!.AsArray());
        using var none = await elsewhere.GetAsync("/api/v1/cases/desk/queues/none");
        using var refused = await citizen.GetAsync("/api/v1/cases/desk/queues/new");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static IEnumerable<string> References(JsonObject page) => page["cases"]!.AsArray().Select(c => (string)c!["case"]!["reference"]!);
}
