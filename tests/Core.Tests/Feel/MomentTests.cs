namespace Platform.Core.Tests.Feel;

public sealed class MomentTests
{
    [Theory]
    [InlineData("@\"2026-01-31\" + @\"P1M\"", "@\"2026-02-28\"")]
    [InlineData("@\"2024-02-29\" - @\"P1Y\"", "@\"2023-02-28\"")]
    [InlineData("@\"2026-01-31\" + @\"PT36H\"", "@\"2026-02-01\"")]
    [InlineData("@\"2026-03-01\" - @\"2026-02-01\"", "@\"P28D\"")]
    [InlineData("@\"23:30:00\" + @\"PT1H\"", "@\"00:30:00\"")]
    [InlineData("@\"2026-03-29T01:30:00@Europe/Paris\" + @\"PT1H\"", "@\"2026-03-29T03:30:00@Europe/Paris\"")]
    [InlineData("@\"2026-01-01T00:00:00Z\" - @\"2026-01-01T00:00:00+07:00\"", "@\"PT7H\"")]
    [InlineData("@\"2026-01-01T00:00:00Z\" - @\"2026-01-01T00:00:00\"", "null")]
    [InlineData("years and months duration(@\"2026-01-31\", @\"2026-02-28\")", "@\"P0M\"")]
    [InlineData("years and months duration(@\"2008-06-15\", today()).years", "18")]
    [InlineData("date and time(\"2026-12-31T24:00:00\")", "@\"2027-01-01T00:00:00\"")]
    [InlineData("1.5 * @\"P3M\"", "@\"P4M\"")]
    [InlineData("@\"P1D\" / @\"PT6H\"", "4")]
    public void The_calendar_is_followed(string text, string expected) => Assert.Equal(expected, Expressions.Text(text));

    [Theory]
    [InlineData("date(\"2026-02-29\")")]
    [InlineData("date(\"2026-1-1\")")]
    [InlineData("date(2026, 13, 1)")]
    [InlineData("date(2026, 1.5, 1)")]
    [InlineData("time(\"25:00:00\")")]
    [InlineData("time(\"10:00:00+19:00\")")]
    [InlineData("time(\"10:00:00@No/Where\")")]
    [InlineData("date and time(\"2026-01-01T24:00:01\")")]
    [InlineData("duration(\"P\")")]
    [InlineData("duration(\"P1DT\")")]
    [InlineData("duration(\"P1Y1D\")")]
    [InlineData("date(\"9999-12-31\") + duration(\"P1D\")")]
    [InlineData("duration(\"P1D\") + duration(\"P1M\")")]
    public void What_is_no_moment_is_null_with_a_reason(string text)
    {
        var result = Expressions.Evaluate(text);

        Assert.Null(result.Value);
        Assert.NotEmpty(result.NullReason!);
    }
}
