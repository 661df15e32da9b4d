using System.Net;
using Platform.Modules.Cases.Tests.Erasure;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Desk;

public sealed class FourEyesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_accepted_a_case_cannot_approve_it_and_somebody_else_can(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var story = new MarkedStory(platform, "zqxwolverine", "28640975");
        await story.BeginAsync();
        await story.PayAsync();
        var (first, second) = (await story.OfficialAsync("registrar"), await story.OfficialAsync("registrar"));
        await story.DoAsync(first, "accept");
        var path = $"/en/desk/cases/{story.Reference}";
        await first.GetAsync(path);
        var before = await RowCounts.OfAllAsync(platform);

        Assert.DoesNotContain("do=approve", first.Html, StringComparison.Ordinal);
        Assert.Contains("do=reject", first.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await first.PostAsync([.. story.NewExpiry, ("desk-action", "approve"), ("desk-then", "stay")]));
        Assert.Contains("Somebody else must do this", first.Html, StringComparison.Ordinal);
        Assert.Equal(before, await RowCounts.OfAllAsync(platform));

        await story.DoAsync(second, "approve", story.NewExpiry);
        Assert.Contains("Renewed", second.Html, StringComparison.Ordinal);
    }
}
