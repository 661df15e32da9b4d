using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Pages;

/// <summary>The pages behind a sign-in that no journey comes to.</summary>
public sealed class SignedInPagesTests(Portal portal)
{
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
}
