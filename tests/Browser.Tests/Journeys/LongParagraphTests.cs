using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Journeys;

public sealed class LongParagraphTests(Portal portal)
{
    // Lao puts no spaces between words: only a browser that knows its words keeps this inside a telephone.
    private static readonly string Paragraph = string.Concat(Enumerable.Repeat("ຂ້ອຍໄດ້ຍື່ນຄຳຮ້ອງຢູ່ຫ້ອງການບ້ານຕັ້ງແຕ່ຕົ້ນເດືອນແຕ່ຍັງບໍ່ມີໃຜຕອບວ່າຈະໄດ້ຮັບເອກະສານເມື່ອໃດ", 8))[..600];

    public static TheoryData<Screen> Phones => [new Screen("lo", Screen.Phone, false), new Screen("en", Screen.Phone, true)];

    [Theory]
    [MemberData(nameof(Phones))]
    public async Task Six_hundred_Lao_characters_without_a_space_stay_inside_a_telephone_from_the_question_to_the_document(Screen screen)
    {
        await using var citizen = await portal.OpenAsync(screen, "complaint");
        var reference = await ComplainAsync(citizen);

        await using var inspector = await portal.OpenAsync(screen, "inspector", "inspector");
        await inspector.VisitAsync($"/desk/cases/{reference}?do=accept");
        await AssertInsideAsync(inspector);
        await inspector.PressAsync("desk-then", "stay");
        await inspector.VisitAsync($"/desk/cases/{reference}?do=answer");
        await inspector.ChooseAsync("finding", "justified");
        await inspector.TypeAsync("answer", Paragraph);
        await inspector.PressAsync("desk-then", "stay");
        await inspector.VisitAsync($"/desk/cases/{reference}");
        await inspector.PressAsync(inspector.Page.Locator("main a[href*='/desk/documents/']").First);
        await AssertInsideAsync(inspector);
    }

    private static async Task<string> ComplainAsync(Visitor citizen)
    {
        await citizen.VisitAsync("/apply/complaint");
        await citizen.PressAsync("without-name", "yes");
        await citizen.ChooseAsync("subject", "service");
        await citizen.SelectAsync("about_organization", "mops");
        await citizen.ChooseAsync("kind", "delay");
        await ContinueAsync(citizen);
        await citizen.TypeAsync("service_name", Paragraph[..100]);
        await ContinueAsync(citizen);
        await citizen.TypeAsync("happened.month", "10");
        await citizen.TypeAsync("happened.year", "2025");
        await citizen.TypeAsync("description", Paragraph);
        await citizen.SelectAsync("place.province", "01");
        await citizen.PressAsync("stay", "yes");
        await citizen.SelectAsync("place.district", "0101");
        await ContinueAsync(citizen);
        await ContinueAsync(citizen);
        await citizen.ChooseAsync("truthful", "yes");
        await ContinueAsync(citizen);
        await AssertInsideAsync(citizen);
        await citizen.PressAsync(citizen.T("Send"));
        return (await citizen.Page.Locator(".govuk-panel strong").InnerTextAsync()).Trim();
    }

    // The rules of every page find what makes it scroll; this finds what a box cuts off.
    private static async Task AssertInsideAsync(Visitor visitor)
    {
        var written = visitor.Page.GetByText(Paragraph).First;
        var box = (await written.BoundingBoxAsync())!;
        Assert.InRange(box.X, 0, visitor.Screen.Width);
        Assert.InRange(box.X + box.Width, 0, visitor.Screen.Width);
        Assert.True(await written.EvaluateAsync<bool>("e => e.scrollWidth <= e.clientWidth || getComputedStyle(e).display === 'inline'"));
    }

    private static Task ContinueAsync(Visitor citizen) => citizen.PressAsync(citizen.T("Continue"));
}
