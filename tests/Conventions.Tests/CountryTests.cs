using System.Text.RegularExpressions;

namespace Platform.Conventions.Tests;

public sealed partial class CountryTests
{
    [Fact]
    public void No_country_is_written_into_the_platform()
    {
        var found =
            from file in SourceTree.Files("platform", ".cs", ".cshtml", ".sql")
            // launch settings and the default of --pack are the only place where the host names a pack.
            where !file.EndsWith("HostSettings.cs", StringComparison.Ordinal)
            from line in File.ReadLines(file).Select((text, i) => (text, number: i + 1))
                // A comment may speak of scripts and languages; what runs may not.
            where Country().IsMatch(Comment().Replace(line.text, ""))
            select $"{SourceTree.Relative(file)}:{line.number}: {line.text.Trim()}";

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("var code = \"+856\";")]
    [InlineData("var soum = Find(\"aimag\");")]
    [InlineData("money.In(\"LAK\")")]
    [InlineData("e-Laos")]
    [InlineData("ສະບາຍດີ")]
    public void What_a_country_looks_like_is_recognised(string line) => Assert.Matches(Country(), line);

    [GeneratedRegex(@"(^|\s)(//|--).*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\+(856|976|66|84)\b|\b(aimag|soum|khoroo|kip|togrog|tugrik|LAK|MNT|Laos?|Vientiane|Mongolian?|Ulaanbaatar)\b|e-Laos|Asia/\w+|[\u0E80-\u0EFF]", RegexOptions.IgnoreCase)]
    private static partial Regex Country();
}
