using Microsoft.Playwright;
using Platform.Browser.Tests.Kit;
using Platform.Core.People;
using Platform.Modules.Cases.Workflow;

namespace Platform.Browser.Tests.Pages;

public sealed class RatingTests(Portal portal)
{
    private const string Comment = "ລໍຖ້າດົນ: the queue was long, and nobody said why.";

    [Theory]
    [MemberData(nameof(Screen.Ends), MemberType = typeof(Screen))]
    public async Task An_applicant_says_how_satisfied_she_is(Screen screen)
    {
        await using var noy = await portal.OpenAsync(screen, "rating", "noy");
        await noy.VisitAsync("/my/cases");
        await noy.PressAsync(Card(noy, "approved"));
        var before = noy.Page.Locator("#rating summary");
        if (await before.CountAsync() > 0)
        {
            await before.ClickAsync();
        }

        await noy.ChooseAsync("step", "4");
        await noy.TypeAsync("comment", new string('ກ', 501));
        await noy.PressAsync(noy.T("Send"), expected: 422);
        Assert.Equal(501, (await noy.Page.Locator("[name=comment]").InputValueAsync()).Length);
        Assert.True(await noy.Page.Locator("[name=step][value='4']").IsCheckedAsync());
        await noy.TypeAsync("comment", "ດີ");
        await noy.PressAsync(noy.T("Send"));

        Assert.Contains(noy.T("See or change your answer"), await noy.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officials_read_what_applicants_wrote()
    {
        await using (var noy = await portal.OpenAsync(new(), "comments", "noy"))
        {
            await noy.VisitAsync("/my/cases");
            await noy.PressAsync(Card(noy, "rejected"));
            await noy.ChooseAsync("step", "2");
            await noy.TypeAsync("comment", Comment);
            await noy.PressAsync(noy.T("Send"));
        }

        // What was written is read when its month is over.
        await portal.Acts.Begin(Actor.System).Do("update statistics_rating set month = (select max(month) from statistics_month) where step = 2 and comment is not null").CommitAsync();
        foreach (var screen in Screen.Apart)
        {
            await using var senior = await portal.OpenAsync(screen.Data, "comments", "senior");
            await senior.VisitAsync("/desk/comments");

            Assert.Contains(Comment, await senior.TextAsync(), StringComparison.Ordinal);
        }
    }

    private ILocator Card(Visitor visitor, string state)
    {
        var title = portal.Pack.Services.Find("residence-certificate")!.Section<WorkflowSection>()!.Find(state)!.Title;
        return visitor.Page.Locator(".p-card", new() { HasText = visitor.T(title) }).First.GetByRole(AriaRole.Link);
    }
}
