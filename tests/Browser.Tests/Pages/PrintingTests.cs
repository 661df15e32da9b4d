using Microsoft.Playwright;
using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Pages;

public sealed class PrintingTests(Portal portal)
{
    [Theory]
    [MemberData(nameof(Screen.Ends), MemberType = typeof(Screen))]
    public async Task The_button_to_print_is_there_only_where_a_script_answers_it(Screen screen)
    {
        await using var clerk = await portal.OpenAsync(screen, "print", "clerk");

        await clerk.VisitAsync("/desk/register");

        Assert.Equal(screen.Script, await clerk.Page.Locator("[data-print]").IsVisibleAsync());
    }

    [Fact]
    public async Task The_register_on_paper_asks_for_nothing()
    {
        await using var clerk = await portal.OpenAsync(new(), "paper", "clerk");
        await clerk.VisitAsync("/desk/register");
        await clerk.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await clerk.Page.Locator("[name=day]").IsVisibleAsync());
    }
}
