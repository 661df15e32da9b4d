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
}
