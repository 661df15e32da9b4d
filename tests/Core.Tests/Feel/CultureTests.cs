using System.Globalization;

namespace Platform.Core.Tests.Feel;

public sealed class CultureTests
{
    [Theory]
    [InlineData("th")]
    [InlineData("ar-SA")]
    [InlineData("tr")]
    [InlineData("fa")]
    [InlineData("de")]
    [InlineData("lo")]
    public void Answers_are_the_same_in_every_culture(string culture)
    {
        const string text = """
            [1.5 + 1000000, string(1234.5), number("1.5"), number("1 000,5", " ", ","), string(@"2026-01-31"), date("2026-01-31"), @"2026-01-31T09:00:00+07:00",
             day of week(@"2026-01-31"), month of year(@"2026-01-31"), week of year(@"2026-01-01"), upper case("iıI"), lower case("Iİ"),
             matches("I", "i", "i"), "a" < "B", "ä" < "z", sort(["b", "A", "a"]), -1.5, duration("-PT1.5S"), today(), now()]
            """;
        var (before, expected) = (CultureInfo.CurrentCulture, Expressions.Text(text));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);

            Assert.Equal(expected, Expressions.Text(text));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
        Assert.DoesNotContain("null", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Today_and_now_are_one_instant_in_the_zone_given() =>
        Assert.Equal("[@\"2026-06-15\", true]", Expressions.Text("[today(), now() = @\"2026-06-15T12:00:00Z\"]"));
}
