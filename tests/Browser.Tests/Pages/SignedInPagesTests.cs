using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Pages;

/// <summary>The pages behind a sign-in that no journey comes to.</summary>
public sealed class SignedInPagesTests(Portal portal)
{
    // Of all people of the demonstration.
    private const string FamilyName = "ຕົວຢ່າງ";

    [Theory]
    [InlineData("noy", "/account", "/account/security", "/account/notices", "/my/cases", "/my/documents", "/my/messages")]
    [InlineData("registrar", "/desk", "/desk/queues/new", "/desk/queues/review", "/desk/search?q=nobody", "/desk/register", "/desk/documents")]
    [InlineData("clerk", "/desk/file", "/desk/people")]
    [InlineData("senior", "/desk/comments", "/desk/proposals")]
    [InlineData("operator", "/desk/grants", "/desk/deliveries", "/desk/webhooks", "/desk/webhooks/new")]
    public async Task Everybody_can_use_them(string account, params string[] paths)
    {
        foreach (var screen in Screen.Apart)
        {
            await using var visitor = await portal.OpenAsync(screen.Data, "signed-in", account);
            foreach (var path in paths)
            {
                await visitor.VisitAsync(path);
            }
        }
    }
    [Fact]
    public async Task An_official_who_looks_for_a_person_reads_the_lines_found()
    {
        foreach (var screen in Screen.Apart)
        {
            await using var registrar = await portal.OpenAsync(screen.Data, "search", "registrar");
            await registrar.VisitAsync("/desk");
            await registrar.TypeAsync("find", FamilyName);
            await registrar.PressAsync(registrar.T("Find"));

            Assert.NotEqual(0, await registrar.Page.Locator("tbody tr").CountAsync());
        }
    }

    [Fact]
    public async Task Whoever_would_delete_an_application_is_told_what_that_means()
    {
        foreach (var screen in Screen.Apart)
        {
            await using var noy = await portal.OpenAsync(screen.Data, "delete", "noy");
            await noy.VisitAsync("/my/cases");
            await noy.PressAsync(noy.Page.Locator("main a[href$='/delete']").First);

            Assert.True(await noy.Button(noy.T("Delete it")).IsVisibleAsync());
        }
    }
}
