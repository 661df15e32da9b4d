using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Desk;

public sealed class DeskMenuTests
{
    [Theory]
    [InlineData("/en/desk", "/en/desk page")]
    [InlineData("/en/desk/queues/new", "/en/desk true")]
    [InlineData("/en/desk/file", "/en/desk/file page")]
    [InlineData("/en/desk/people/new", "/en/desk/people true")]
    public async Task One_entry_of_the_menu_is_the_current_one(string path, string current)
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var clerk = await platform.ClientAsync(await platform.OfficialAsync("clerk", Office.Registry));

        var html = await clerk.GetStringAsync(path);

        Assert.Equal([current], Regex.Matches(html, "<a aria-current=\"([^\"]+)\" href=\"([^\"]+)\"").Select(m => $"{m.Groups[2]} {m.Groups[1]}"));
    }
}
