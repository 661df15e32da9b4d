using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Pages;

public sealed class PublicPagesTests(Portal portal)
{
    private static readonly string[] Paths =
    [
        "/", "/services", "/services/residence-certificate", "/services/village-certificate/privacy", "/services/driving-licence-renewal", "/life-events/moving-home", "/organizations", "/organizations/mops",
        "/areas", "/areas/01", "/search?q=a", "/search?q=certificate&channel=counter", "/pages/help", "/statistics", "/statistics?year=2026&month=9", "/sign-up", "/sign-in", "/apply/complaint", "/verify", "/verify/0000000000000000000000000A",
    ];

    [Theory]
    [MemberData(nameof(Screen.Pairs), MemberType = typeof(Screen))]
    [MemberData(nameof(Screen.Pseudo), MemberType = typeof(Screen))]
    public async Task Everybody_can_use_the_public_pages(Screen screen)
    {
        await using var visitor = await portal.OpenAsync(screen, "public");

        foreach (var path in Paths)
        {
            await visitor.VisitAsync(path);
        }

        await visitor.VisitAsync("/no-such-page", expected: 404);
    }
}
