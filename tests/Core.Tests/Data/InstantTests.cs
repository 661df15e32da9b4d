using System.Globalization;
using Platform.Core.Data;

namespace Platform.Core.Tests.Data;

public sealed class InstantTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("th")]
    [InlineData("ar-SA")]
    [InlineData("tr")]
    public void The_text_is_the_same_under_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            var instant = Instant.From(new DateTimeOffset(2026, 1, 31, 16, 0, 0, TimeSpan.FromHours(7))).Plus(TimeSpan.FromMicroseconds(5));
            Assert.Equal("2026-01-31T09:00:00.000005Z", instant.ToString());
            Assert.Equal(instant, Instant.Parse(instant.ToString()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_order_is_time_order()
    {
        var start = Instant.From(DateTimeOffset.UnixEpoch);
        var later = start.Plus(TimeSpan.FromDays(20_000)).Plus(TimeSpan.FromMicroseconds(1));

        Assert.True(start < later);
        Assert.True(string.CompareOrdinal(start.ToString(), later.ToString()) < 0);
        Assert.Equal(TimeSpan.FromMicroseconds(1), later.Since(start.Plus(TimeSpan.FromDays(20_000))));
    }
}
