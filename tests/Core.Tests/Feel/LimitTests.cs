using System.Diagnostics;
using Platform.Core.Feel;

namespace Platform.Core.Tests.Feel;

public sealed class LimitTests
{
    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "", "]")]
    [InlineData("-", "1", "")]
    [InlineData("not(", "true", ")")]
    [InlineData("{a:", "1", "}")]
    [InlineData("1+", "1", "")]
    [InlineData("true and ", "true", "")]
    [InlineData("if true then 1 else ", "2", "")]
    [InlineData("list<", "number", ">", "1 instance of ")]
    [InlineData("function(x) ", "1", "")]
    public void A_hundred_thousand_levels_are_an_error_of_form(string open, string middle, string close, string start = "")
    {
        var text = start + string.Concat(Enumerable.Repeat(open, 100_000)) + middle + string.Concat(Enumerable.Repeat(close, 100_000));

        Assert.StartsWith("Nested too deep", Expressions.Error(text)!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for i in 1..1000000000000 return i", "list")]
    [InlineData("every i in 1..1000000000000 satisfies true", "steps")]
    [InlineData("{f: function(n) f(n + 1), r: f(1)}.r", "deep")]
    [InlineData("{f: function(n) if n = 0 then 0 else f(n - 1) + f(n - 1), r: f(60)}.r", "steps")]
    [InlineData("for i in 1..100000 return [partial[-1]]", "steps")]
    [InlineData("{f: function(s, n) if n = 0 then s else f(s + s, n - 1), r: f(\"xx\", 60)}.r", "text")]
    [InlineData("{f: function(l, n) if n = 0 then l else f(concatenate(l, l), n - 1), r: f([1], 60)}.r", "list")]
    [InlineData("{f: function(l, n) if n = 0 then l else f([l, l], n - 1), r: f([1], 60)}.r", "steps")]
    [InlineData("{f: function(l, n) if n = 0 then l else f([l, l], n - 1), r: f([1], 60) = f([1], 60)}.r", "steps")]
    [InlineData("{f: function(l, n) if n = 0 then l else f([l, l], n - 1), r: flatten(f([1], 60))}.r", "list")]
    [InlineData("replace(string join(for i in 1..50000 return \"aa\"), \"a\", \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\")", "text")]
    [InlineData("for i in 1..3000 return partial", "steps")]
    [InlineData("{f: function(l, n) if n = 0 then l else f([l, l], n - 1), r: string(f([1], 60))}.r", "steps")]
    [InlineData("{s: string join(for i in 1..100000 return \"aaaaaaaaa\"), r: for i in 1..100000 return s}.r", "steps")]
    [InlineData("{s: string join(for i in 1..100000 return \"aaaaaaaaa\"), r: every i in 1..100000 satisfies not(contains(s, \"b\"))}.r", "steps")]
    [InlineData("{s: string join(for i in 1..100000 return \"aaaaaaaaa\"), r: every i in 1..100000 satisfies not(matches(s, \"b\"))}.r", "steps")]
    [InlineData("every i in 1..100000 satisfies matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"((a+)+)\\1$\")", "steps")]
    public void What_costs_too_much_becomes_null_with_the_reason(string text, string reason)
    {
        var watch = Stopwatch.StartNew();
        var result = Expressions.Evaluate(text);

        Assert.Null(result.Value);
        Assert.Contains(reason, result.NullReason, StringComparison.Ordinal);
        Assert.StartsWith("Stopped", result.NullReason, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")", "false")]
    [InlineData("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"((a+)+)\\1$\")", "null")]
    public void No_pattern_runs_for_long(string text, string expected)
    {
        var watch = Stopwatch.StartNew();

        Assert.Equal(expected, Expressions.Text(text));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void The_limits_are_the_callers()
    {
        Assert.Equal("Stopped after 10 steps", Expressions.Evaluate("sum(for i in 1..20 return i)", new FeelLimits(Steps: 10)).NullReason);
        Assert.Equal("Stopped: a list of more than 3 items", Expressions.Evaluate("append([1, 2, 3], 4)", new FeelLimits(ListSize: 3)).NullReason);
        Assert.Equal("Stopped: a text of more than 3 characters", Expressions.Evaluate("\"ab\" + \"cd\"", new FeelLimits(StringLength: 3)).NullReason);
        Assert.Equal("Stopped: nested more than 3 deep", Expressions.Evaluate("1 + (2 + (3 + 4))", new FeelLimits(Depth: 3)).NullReason);
    }

    [Fact]
    public void Within_the_limits_recursion_works() =>
        Assert.Equal(2432902008176640000m, Expressions.Value("{fact: function(n) if n = 0 then 1 else n * fact(n - 1), r: fact(20)}.r"));
}
