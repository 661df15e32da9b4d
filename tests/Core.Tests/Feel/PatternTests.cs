namespace Platform.Core.Tests.Feel;

public sealed class PatternTests
{
    [Theory]
    [InlineData("matches(\"hello world\", \"hello\\ sworld\", \"x\")", "true")]
    [InlineData("matches(\"helloworld\", \"hello[ ]world\", \"x\")", "false")]
    [InlineData("matches(\"a\\n\", \"a$\")", "false")]
    [InlineData("matches(\"a\\nb\", \"a.b\")", "false")]
    [InlineData("matches(\"a\\nb\", \"a.b\", \"s\")", "true")]
    [InlineData("matches(\"abab\", \"^(ab)\\1$\")", "true")]
    [InlineData("matches(\"x\", \"[a-z-[x]]\")", "false")]
    [InlineData("matches(\"é_1\", \"^\\i\\c*$\")", "true")]
    [InlineData("replace(\"abracadabra\", \"a(.)\", \"a$1$1\")", "\"abbraccaddabbra\"")]
    [InlineData("replace(\"10\", \"1\", \"\\$\")", "\"$0\"")]
    [InlineData("replace(\"reluctant\", \"r.*?t\", \"X\")", "\"Xant\"")]
    [InlineData("split(\"a, b,c\", \",\\s*\")", "[\"a\", \"b\", \"c\"]")]
    public void Patterns_are_those_of_XPath(string text, string expected) => Assert.Equal(expected, Expressions.Text(text));

    [Theory]
    [InlineData("(?=a)")]
    [InlineData("(?i)a")]
    [InlineData("a{,2}")]
    [InlineData("(.)\\2")]
    [InlineData("\\b")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("(")]
    [InlineData("a**")]
    [InlineData("[\\0]")]
    public void What_XPath_does_not_know_is_refused(string pattern) =>
        Assert.Contains("regular expression", Expressions.Evaluate("matches(\"a\", p)", null, ("p", pattern)).NullReason, StringComparison.Ordinal);

    [Theory]
    [InlineData("matches(\"a\", \"a\", \"q\")")]
    [InlineData("replace(\"a\", \"a\", \"$\")")]
    [InlineData("replace(\"a\", \"b*\", \"c\")")]
    public void Wrong_flags_replacements_and_empty_matches_are_null(string text) => Assert.Null(Expressions.Value(text));
}
