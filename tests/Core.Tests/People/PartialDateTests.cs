using Platform.Core.People;

namespace Platform.Core.Tests.People;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("", " ", "", null)]
    [InlineData("1985", "", "", "1985")]
    [InlineData("1985", "3", "", "1985-03")]
    [InlineData(" 1985 ", "03", "2", "1985-03-02")]
    [InlineData("໑໙໘໕", "໓", "໒", "1985-03-02")]
    [InlineData("١٩٨٥", "", "", "1985")]
    public void What_was_typed_is_as_exact_as_it_was_typed(string year, string month, string day, string? read)
    {
        Assert.True(PartialDate.TryRead(year, month, day, out var date));
        Assert.Equal(read, date?.ToString());
    }

    [Theory]
    [InlineData("", "3", "2")]
    [InlineData("1985", "", "2")]
    [InlineData("1985", "13", "")]
    [InlineData("1985", "2", "29")]
    [InlineData("1985", "-3", "")]
    [InlineData("1985", "March", "2")]
    [InlineData("0", "", "")]
    public void What_no_calendar_has_is_no_date(string year, string month, string day) => Assert.False(PartialDate.TryRead(year, month, day, out _));
}
