using Microsoft.Playwright;
using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Pages;

public sealed class SuggestionsTests(Portal portal)
{
    [Fact]
    public async Task What_may_be_meant_is_shown_while_one_types_and_is_chosen_by_keyboard()
    {
        await using var visitor = await portal.OpenAsync(new Screen("en", Screen.Phone, true), "suggestions");
        await visitor.VisitAsync("/");
        var field = visitor.Page.Locator("[data-suggestions]").First;

        await field.PressSequentiallyAsync("birth reg");
        var first = visitor.Page.GetByRole(AriaRole.Option).First;
        await Assertions.Expect(first).ToHaveTextAsync("Birth registration");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await visitor.ExamineAsync();

        await field.PressAsync("ArrowDown");
        await Assertions.Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await field.PressAsync("Escape");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
        await field.PressSequentiallyAsync("i");
        await Assertions.Expect(first).ToHaveTextAsync("Birth registration");
        await field.PressAsync("ArrowDown");
        await field.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/services/birth-registration");
    }
}
