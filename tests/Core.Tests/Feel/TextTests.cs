using NodaTime;
using Platform.Core.Feel;

namespace Platform.Core.Tests.Feel;

public sealed class TextTests
{
    private static readonly object?[] Scalars =
    [
        null, true, false, 0m, 1m, -1.5m, 0.1m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 100m, 1.10m,
        "", "a", "with \"quotes\" and \\ and \n\t\r", "\0\u0007", "😀 ສະບາຍດີ мир", "\\d+",
        new LocalDate(2026, 1, 31), new LocalDate(-44, 3, 15), new LocalDate(9999, 12, 31), new LocalDate(1, 1, 1),
        new FeelTime(new LocalTime(9, 0)), new FeelTime(new LocalTime(23, 59, 59, 999)), new FeelTime(LocalTime.Noon, Offset.Zero),
        new FeelTime(LocalTime.Noon, Offset.FromSeconds(-5445)), new FeelTime(LocalTime.Noon, null, "Europe/Paris"),
        new FeelDateTime(new LocalDateTime(2026, 1, 31, 9, 0)), new FeelDateTime(new LocalDateTime(2026, 1, 31, 9, 0).PlusNanoseconds(1), Offset.FromHours(7)),
        new FeelDateTime(new LocalDateTime(2026, 3, 29, 2, 30), null, "Europe/Paris"),
        Period.FromYears(0), new PeriodBuilder { Years = 1, Months = 2 }.Build(), new PeriodBuilder { Years = -3, Months = -11 }.Build(),
        Duration.Zero, Duration.FromDays(400), Duration.FromNanoseconds(-1), Duration.FromSeconds(93784.5),
    ];

    private static IEnumerable<object?> Values => Scalars
        .Concat(Scalars.Zip(Scalars.Skip(1), (a, b) => (object?)new List<object?> { a, new List<object?> { b }, b }))
        .Concat(Scalars.Zip(Scalars.Reverse(), (a, b) => (object?)new Dictionary<string, object?> { ["a"] = a, ["b c"] = b, ["if"] = a, [""] = b, ["\"x\\"] = a }))
        .Append(new FeelRange(1m, true, 2m, false)).Append(new FeelRange("a", false, "b", true))
        .Append(new FeelRange(null, false, new LocalDate(2026, 1, 1), true, HasStart: false)).Append(new FeelRange(Duration.Zero, false, null, false, HasEnd: false))
        .Append(new List<object?>()).Append(new Dictionary<string, object?>());

    [Fact]
    public void What_is_written_is_read_as_the_same_value()
    {
        foreach (var value in Values)
        {
            var text = FeelText.Format(value);
            var read = Expressions.Evaluate(text).Value;

            Assert.Equal(text, FeelText.Format(read));
            Assert.True(Expressions.Value("is(given, read) and given = read", ("given", value), ("read", read)) is true, text);
        }
    }

    [Theory]
    [InlineData("1.10", "1.1")]
    [InlineData("1e3", "1000")]
    [InlineData("-0.0", "0")]
    [InlineData("string(\"a\")", "\"a\"")]
    [InlineData("string(@\"2026-01-31\")", "\"2026-01-31\"")]
    [InlineData("string([\"a\", 1])", "\"[\\\"a\\\", 1]\"")]
    [InlineData("string(null)", "null")]
    [InlineData("duration(\"P13M\")", "@\"P1Y1M\"")]
    [InlineData("duration(\"PT25H\")", "@\"P1DT1H\"")]
    public void Values_are_written_in_one_form(string text, string expected) => Assert.Equal(expected, Expressions.Text(text));

    [Fact]
    public void A_value_that_is_none_of_FEEL_is_refused() => Assert.Throws<ArgumentException>(() => FeelText.Format(new object()));
}
