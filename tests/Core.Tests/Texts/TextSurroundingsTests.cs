using Platform.Core.Texts;

namespace Platform.Core.Tests.Texts;

/// <summary>What a translator reads above a text about the place where it stands.</summary>
public sealed class TextSurroundingsTests
{
    [Theory]
    [InlineData("<p-button>@T[\"Send\"]</p-button>", "button")]
    [InlineData("<h1 class=\"a\">@T[\"Send\"]</h1>", "heading")]
    [InlineData("<p-input for=\"A\" label=\"@T[\"Send\"]\" />", "label")]
    [InlineData("<nav aria-label=\"@T[\"Send\"]\">", "heard, not seen")]
    [InlineData("module.Menu(MenuPlace.Main, \"Send\")", "menu")]
    [InlineData("throw new RuleException(\"Send\")", "why something is refused")]
    [InlineData("ViewData.Title(T[\"Send\"]);", "title of the page")]
    [InlineData("<p>@T[\"Send\"]</p>")]
    [InlineData("<h1>Title</h1> @T[\"Send\"]")]
    [InlineData("// Translators: beneath a photo, max 40 characters\nvar a = T[\"Send\"];", "beneath a photo, max 40 characters")]
    [InlineData("<h2>@* Translators: max 9 characters *@@T[\"Send\"]</h2>", "max 9 characters")]
    [InlineData("@* Translators: of the year *@\n<h2>@T[\"Send\"]</h2>", "heading", "of the year")]
    [InlineData("// Translators: elsewhere\nvar b = 1;\nvar a = T[\"Send\"];")]
    public void The_template_says_what_it_is(string source, params string[] said) => Assert.Equal(said, Assert.Single(TextScanner.Find(source, "a.cshtml")).Extracted);

    [Fact]
    public void The_longest_it_may_be_is_read_from_there()
    {
        var entry = Assert.Single(TextScanner.Find("// Translators: max 40 characters\nT[\"Send {0}\"]", "a.cs"));

        Assert.Equal(40, entry.MaximumLength);
        Assert.Equal(["csharp-format"], entry.Flags);
    }
}
