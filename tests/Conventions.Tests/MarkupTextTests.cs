using System.Text.RegularExpressions;

namespace Platform.Conventions.Tests;

/// <summary>Texts a person reads stand in PO files: markup holds none of its own.</summary>
public sealed partial class MarkupTextTests
{
    // The pages below Dev exist in Development only and are read by those who build.
    [Fact]
    public void Pages_hold_no_text_of_their_own()
    {
        var found =
            from file in SourceTree.Files("platform", ".cshtml")
            where !file.Contains("/Dev/", StringComparison.Ordinal)
            from text in TextsIn(File.ReadAllText(file))
            select $"{SourceTree.Relative(file)}: {text}";

        Found.Nothing(found);
    }

    [Theory]
    [InlineData("<p>Hello there</p>", "Hello there")]
    [InlineData("<p>@T[\"Hello\"]</p>", null)]
    [InlineData("<a href=\"/x\" title=\"Go home\">@T[\"x\"]</a>", "Go home")]
    [InlineData("@page \"/x\"\n@model X\n<p>Hello there</p>", "Hello there")]
    [InlineData("<p-input name=\"given\" label=\"Given name\" />", "Given name")]
    [InlineData("@if (a > b) { <b>@Model.Name</b> }", null)]
    public void Text_outside_the_localizer_is_found(string markup, string? text) => Assert.Equal(text, TextsIn(markup).FirstOrDefault());

    internal static IEnumerable<string> TextsIn(string markup)
    {
        var plain = RazorComment().Replace(markup, "");
        plain = CodeBlock().Replace(plain, "");
        var attributes = ReadAttribute().Matches(plain).Select(m => m.Groups[1].Value);
        var elements = Element().Matches(plain).Select(m => m.Groups[1].Value);
        return attributes.Concat(elements).Select(t => t.Trim()).Where(t => !t.Contains('@') && Words().IsMatch(t));
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"^@(page|model|using|inject|namespace|addTagHelper|inherits|section|attribute)[^\n]*$|@\{.*?^\}|<(script|style|svg)\b.*?</\2>", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("(?<![\\w-])(?:title|alt|placeholder|aria-label|aria-description|label|hint|legend|caption|summary|status|description|error|previous|next|suffix|text|about)=\"([^\"@]*)\"")]
    private static partial Regex ReadAttribute();

    // Text between two tags, without Razor expressions or code around it.
    [GeneratedRegex(@">([^<>{}@;()=]*)<")]
    private static partial Regex Element();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Words();
}
