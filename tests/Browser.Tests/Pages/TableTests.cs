using Platform.Browser.Tests.Kit;
using Platform.Modules.Cases.Form;

namespace Platform.Browser.Tests.Pages;

/// <summary>A table of rows: the people of a household, in the family book.</summary>
public sealed class TableTests(Portal portal)
{
    private const string Service = "family-book";

    [Theory]
    [MemberData(nameof(Screen.Ends), MemberType = typeof(Screen))]
    [MemberData(nameof(Screen.Pseudo), MemberType = typeof(Screen))]
    public async Task A_household_is_written_row_by_row_put_right_and_read_again(Screen screen)
    {
        await using var noy = await portal.OpenAsync(screen, "table", "noy");
        await noy.VisitAsync($"/services/{Service}/paper");
        await BeginAsync(noy);

        await MemberAsync(noy, 0, "Noy", "1994", "self");
        // By keyboard alone: from the last field to the button, and on in the new row.
        await noy.Page.Locator("[name='members.0.member_role']").FocusAsync();
        await noy.Page.Keyboard.PressAsync("Tab");
        await noy.PressWithKeyAsync(noy.Page.Locator("button[name=add]"));
        Assert.Equal("members.1.member_name.given", await noy.Page.EvaluateAsync<string>("document.activeElement.name"));
        await MemberAsync(noy, 1, "Kham", "2150", "child");
        await noy.PressAsync(noy.T("Continue"));

        Assert.DoesNotContain('#', noy.Page.Url);
        await noy.Page.Locator(".govuk-error-summary a").ClickAsync();
        Assert.Equal("members.1.member_born.day", await noy.Page.EvaluateAsync<string>("document.activeElement.name"));
        await noy.TypeAsync("members.1.member_born.year", "2019");
        await noy.PressAsync("add", "members");
        await noy.PressAsync("remove", "members.2");
        await noy.PressAsync("add", "members");
        // The last row stays empty, and so is none.
        await noy.PressAsync(noy.T("Continue"));
        await noy.ChooseAsync("truthful", "yes");
        await noy.PressAsync(noy.T("Continue"));

        Assert.EndsWith("/check", noy.At, StringComparison.Ordinal);
        Assert.Equal(2, await noy.Page.Locator(".p-answers tbody tr").CountAsync());
        await noy.PressAsync(noy.T("Send"));
        await ReadAsync(noy, screen);
    }

    private async Task ReadAsync(Visitor noy, Screen screen)
    {
        await noy.VisitAsync("/my/cases");
        await noy.PressAsync(noy.Page.Locator("main a[href*='/my/cases/']").First);
        Assert.Equal(2, await noy.Page.Locator(".p-answers tbody tr").CountAsync());
        await using var clerk = await portal.OpenAsync(screen, "table-desk", "clerk");
        await clerk.VisitAsync($"/desk/cases/{noy.At.Split('/')[^1]}");
        Assert.Equal(2, await clerk.Page.Locator(".p-answers tbody tr").CountAsync());
    }

    private async Task BeginAsync(Visitor noy)
    {
        await noy.VisitAsync($"/apply/{Service}");
        await noy.PressAsync(noy.T("Start now"));
        await noy.ChooseAsync("wish", "new");
        await noy.PressAsync(noy.T("Continue"));
        if (await noy.Page.Locator("[name=why_new]:not([type=hidden])").CountAsync() > 0)
        {
            await noy.ChooseAsync("why_new", "married");
            await noy.PressAsync(noy.T("Continue"));
        }

        foreach (var known in await noy.Page.Locator("main [type=radio][name$='._still'][value=yes]").AllAsync())
        {
            await known.CheckAsync();
        }

        await noy.TypeAsync("house", "12");
        await noy.PressAsync(noy.T("Continue"));
        var members = portal.Pack.Services.Find(Service)!.Section<FormSection>()!.Page("members")!;
        Assert.Contains(noy.T(members.Title!.Value), await noy.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task MemberAsync(Visitor noy, int row, string given, string born, string role)
    {
        await noy.TypeAsync($"members.{row}.member_name.given", given);
        await noy.TypeAsync($"members.{row}.member_born.year", born);
        await noy.SelectAsync($"members.{row}.member_role", role);
    }
}
