namespace Platform.Core.Tests.Feel;

public sealed class PrecedenceTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "1 + (2 * 3)")]
    [InlineData("10 - 4 - 3", "(10 - 4) - 3")]
    [InlineData("100 / 10 / 5", "(100 / 10) / 5")]
    [InlineData("2 * 3 ** 2", "2 * (3 ** 2)")]
    [InlineData("2 ** 3 ** 2", "(2 ** 3) ** 2")]
    [InlineData("-2 ** 2", "(-2) ** 2")]
    [InlineData("2 ** -1", "2 ** (-1)")]
    [InlineData("1 + 1 = 2 and 2 + 2 = 4", "((1 + 1) = 2) and ((2 + 2) = 4)")]
    [InlineData("true or false and false", "true or (false and false)")]
    [InlineData("1 + 1 between 1 and 3 and false", "((1 + 1) between 1 and 3) and false")]
    [InlineData("1 + 1 in [2..3] and true", "((1 + 1) in [2..3]) and true")]
    [InlineData("10 in (5) + 5", "10 in ((5) + 5)")]
    [InlineData("-[3, 4][1]", "-([3, 4][1])")]
    [InlineData("-{a: 1}.a", "-({a: 1}.a)")]
    [InlineData("2 * 3 instance of number", "2 * (3 instance of number)")]
    [InlineData("if true then 1 else 2 + 3", "if true then 1 else (2 + 3)")]
    [InlineData("for i in 1..2 return i + 1", "for i in 1..2 return (i + 1)")]
    [InlineData("(function(x) x + 1)(1) * 2", "((function(x) (x + 1))(1)) * 2")]
    public void An_expression_means_its_bracketed_form(string text, string bracketed) =>
        Assert.Equal(Expressions.Text(bracketed), Expressions.Text(text));

    [Theory]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("10 - (4 - 3)", 9)]
    [InlineData("2 ** 3 ** 2", 64)]
    public void And_the_figures_are_right(string text, int expected) => Assert.Equal((decimal)expected, Expressions.Value(text));
}
