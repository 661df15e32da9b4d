using Platform.Modules.Documents.Definitions;

namespace Platform.Modules.Documents.Tests.Definitions;

public sealed class NumberPatternTests
{
    [Theory]
    [InlineData("RC-{year}-{seq:6}", "RC-2026-000042")]
    [InlineData("{seq}/{year}", "42/2026")]
    [InlineData("A{seq:1}", "A42")]
    public void A_number_is_written_by_its_pattern(string pattern, string number)
    {
        Assert.True(NumberPattern.IsValid(pattern));
        Assert.Equal(number, NumberPattern.Write(pattern, 2026, 42));
    }

    [Theory]
    [InlineData("RC-{year}")]
    [InlineData("{seq}{seq}")]
    [InlineData("{year}{year}{seq}")]
    [InlineData("{month}-{seq}")]
    [InlineData("{seq:0}")]
    [InlineData("{seq:12}")]
    [InlineData("")]
    public void A_pattern_without_exactly_one_running_number_is_none(string pattern) => Assert.False(NumberPattern.IsValid(pattern));
}
