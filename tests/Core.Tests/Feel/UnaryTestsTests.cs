using Platform.Core.Feel;

namespace Platform.Core.Tests.Feel;

public sealed class UnaryTestsTests
{
    private static readonly FeelType.Context Limit = new(new Dictionary<string, FeelType> { ["limit"] = FeelType.Number });

    [Theory]
    [InlineData("-", 5, true)]
    [InlineData("5", 5, true)]
    [InlineData("1, 2, 5", 5, true)]
    [InlineData("1, 2", 5, false)]
    [InlineData("> limit", 5, true)]
    [InlineData("[1..3], (4..6)", 5, true)]
    [InlineData("not(5)", 5, false)]
    [InlineData("not([1..3], > 10)", 5, true)]
    [InlineData("? > limit and ? < 6", 5, true)]
    [InlineData("[1, 5]", 5, true)]
    [InlineData("null", 5, false)]
    public void Tests_hold_or_not(string text, int value, bool expected)
    {
        var tests = FeelUnaryTests.Compile(text, Limit, FeelType.Number, out var errors);

        Assert.Empty(errors);
        Assert.Equal(expected, tests!.Test(value, new Dictionary<string, object?> { ["limit"] = 4 }, Expressions.Now).Value);
    }

    [Fact]
    public void A_test_of_another_type_is_a_mistake()
    {
        Assert.Null(FeelUnaryTests.Compile("\"a\"", Limit, FeelType.Number, out var errors));

        Assert.Equal("Expected number, or a list or range of it, found string", Assert.Single(errors).Message);
    }

    [Fact]
    public void The_value_tested_is_not_something_read()
    {
        var tests = FeelUnaryTests.Compile("? > limit", Limit, FeelType.Number, out _);

        Assert.Equal(["limit"], tests!.Reads);
    }
}
