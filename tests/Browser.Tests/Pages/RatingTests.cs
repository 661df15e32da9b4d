using Microsoft.Playwright;
using Platform.Browser.Tests.Kit;
using Platform.Modules.Cases.Workflow;

namespace Platform.Browser.Tests.Pages;

public sealed class RatingTests(Portal portal)
{
    [Theory]
    [MemberData(nameof(Screen.Ends), MemberType = typeof(Screen))]
    public async Task An_applicant_says_how_satisfied_she_is(Screen screen)
    {
        await using var noy = await portal.OpenAsync(screen, "rating", "noy");
        await noy.VisitAsync("/my/cases");
        var approved = portal.Pack.Services.Find("residence-certificate")!.Section<WorkflowSection>()!.Find("approved")!.Title;
        await noy.PressAsync(noy.Page.Locator(".p-card", new() { HasText = noy.T(approved) }).First.GetByRole(AriaRole.Link));
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
}
