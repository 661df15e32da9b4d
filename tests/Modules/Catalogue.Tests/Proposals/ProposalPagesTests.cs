using System.Net;
using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests.Proposals;

public sealed class ProposalPagesTests
{
    private const string Field = "services/residence-certificate.yaml#eligibility";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_office_sees_before_and_after_and_says_that_it_is_right_there_too(DatabaseKind kind)
    {
        await using var pack = await LocalPack.StartAsync(kind);
        var (official, path) = await ProposedAsync(pack);

        Assert.Contains("Who can apply", official.Html, StringComparison.Ordinal);
        Assert.Contains("for at least one month.", official.Html, StringComparison.Ordinal);
        Assert.Contains("for at least two months.", official.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await official.PostAsync(("answer", "later")));
        Assert.Single(await pack.OpenAsync());
        await official.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, await official.PostAsync(("answer", "acknowledge")));
        Assert.Equal(path, official.At);
        Assert.Contains("Right here too", official.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", official.Html[official.Html.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Empty(await pack.OpenAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_asks_for_an_own_variant_gets_its_file(DatabaseKind kind)
    {
        await using var pack = await LocalPack.StartAsync(kind);
        var (official, path) = await ProposedAsync(pack);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await official.PostAsync(("answer", "ask")));
        Assert.Contains("Mark what shall stay as it was", official.Html, StringComparison.Ordinal);
        Assert.Contains("Say why, in at most", official.Html, StringComparison.Ordinal);
        await official.PostAsync(("answer", "ask"), ("kept", Field), ("kept", "services/other.yaml#title"), ("reason", "People come and go with the season."));
        Assert.Contains("Own variant asked for", official.Html, StringComparison.Ordinal);
        Assert.Contains("People come and go with the season.", official.Html, StringComparison.Ordinal);

        await official.GetAsync($"{path}/file");
        Assert.Equal(
            "deadline: {within: 9 working days}   # the boat comes on Fridays\neligibility: Anyone who has lived at the same address for at least one month. You do not need to be a citizen.\n",
            official.Html);
        Assert.Equal(HttpStatusCode.NotFound, await (await pack.OfficialAsync("/XB/")).GetAsync($"{path}/file"));
    }

    [Fact]
    public async Task Where_a_template_was_changed_the_lines_are_shown()
    {
        await using var pack = await LocalPack.StartAsync(DatabaseKind.Sqlite);
        await pack.ChangeAsync("starter/documents/residence-certificate.hbs", ("</", "<br></"));
        var official = await pack.OfficialAsync();
        await official.GetAsync($"/en/desk/proposals/{Assert.Single(await pack.OpenAsync()).ProposalId}");

        Assert.Contains("A form that is printed or sent", official.Html, StringComparison.Ordinal);
        Assert.Contains("<span>&#x2B;", official.Html, StringComparison.Ordinal);
    }

    private static async Task<(FormClient Official, string Path)> ProposedAsync(LocalPack pack)
    {
        await pack.ChangeAsync(LocalPack.National, ("for at least one month.", "for at least two months."));
        var (official, path) = (await pack.OfficialAsync(), $"/en/desk/proposals/{Assert.Single(await pack.OpenAsync()).ProposalId}");
        Assert.Equal(HttpStatusCode.OK, await official.GetAsync(path));
        return (official, path);
    }
}
