using System.Net;
using Platform.Modules.Cases.Tests.Api;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Drafts;

public sealed class MostDraftsTests
{
    private const string Start = "/en/apply/residence-certificate";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_has_begun_too_many_is_told_and_one_that_is_deleted_makes_room(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter", args: "--Modules:cases:MostDrafts=2");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var first = await client.CreateAsync();
        await client.CreateAsync();
        var form = new FormClient(client);
        await form.GetAsync(Start);

        Assert.Equal(HttpStatusCode.Conflict, await form.PostAsync());
        Assert.Contains("2 applications are begun and not sent.", form.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/my/cases\"", form.Html.Split("<main")[1], StringComparison.Ordinal);
        using var refused = await client.ChangeAsync(HttpMethod.Post, "/api/v1/cases/", new() { ["service"] = Residence.Service }, key: $"{Guid.CreateVersion7():D}");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        using var deleted = await client.ChangeAsync(HttpMethod.Delete, $"/api/v1/cases/{first}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await form.GetAsync(Start);
        Assert.Equal(HttpStatusCode.OK, await form.PostAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_last_one_may_be_begun_twice_over_a_bad_line(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter", args: "--Modules:cases:MostDrafts=1");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var (form, again) = (new FormClient(client), new FormClient(client));
        await form.GetAsync(Start);

        Assert.Equal(HttpStatusCode.OK, await form.PostAsync());
        await again.GetAsync(Start);
        Assert.Equal(HttpStatusCode.Conflict, await again.PostAsync());
        await again.GetAsync(Start);
        Assert.Equal(HttpStatusCode.OK, await again.PostAsync(("draft", form.At.Split('/')[3])));
        Assert.Equal(form.At, again.At);
    }
}
