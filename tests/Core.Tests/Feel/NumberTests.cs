namespace Platform.Core.Tests.Feel;

public sealed class NumberTests
{
    [Theory]
    [InlineData("1 / 3", "0.3333333333333333333333333333")]
    [InlineData("0.1 + 0.2 = 0.3", "true")]
    [InlineData("79228162514264337593543950335 + 1", "null")]
    [InlineData("2 ** 95", "39614081257132168796771975168")]
    [InlineData("2 ** 96", "null")]
    [InlineData("10 ** -28", "0.0000000000000000000000000001")]
    [InlineData("10 ** -1000", "0")]
    [InlineData("1.0000000001 ** 10000000000000000000000", "null")]
    [InlineData("(-8) ** (1 / 3)", "null")]
    [InlineData("0 ** -1", "null")]
    [InlineData("decimal(4 ** 0.5, 25)", "2")]
    [InlineData("sqrt(1764)", "42")]
    [InlineData("exp(0)", "1")]
    [InlineData("exp(1000)", "null")]
    [InlineData("exp(-1000)", "0")]
    [InlineData("log(1)", "0")]
    [InlineData("decimal(log(exp(5)), 20)", "5")]
    [InlineData("modulo(-12, 5)", "3")]
    [InlineData("modulo(5, 0)", "null")]
    [InlineData("decimal(2.5, 0)", "2")]
    [InlineData("round half up(-2.5, 0)", "-3")]
    [InlineData("round half down(-2.5, 0)", "-2")]
    [InlineData("round up(1.121, 2)", "1.13")]
    [InlineData("round down(-1.129, 2)", "-1.12")]
    [InlineData("round half up(1250, -2)", "1300")]
    [InlineData("floor(79228162514264337593543950335, -28)", "70000000000000000000000000000")]
    [InlineData("1 / 0", "null")]
    public void Numbers_have_twenty_eight_digits(string text, string expected) => Assert.Equal(expected, Expressions.Text(text));
}
