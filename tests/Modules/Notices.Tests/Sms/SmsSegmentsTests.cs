using Platform.Modules.Notices.Sms;

namespace Platform.Modules.Notices.Tests.Sms;

public sealed class SmsSegmentsTests
{
    [Theory]
    [InlineData("a", 160, 1)]
    [InlineData("a", 161, 2)]
    [InlineData("a", 306, 2)]
    [InlineData("a", 307, 3)]
    [InlineData("€", 80, 1)]
    [InlineData("€", 81, 2)]
    [InlineData("ກ", 70, 1)]
    [InlineData("ກ", 71, 2)]
    [InlineData("ກ", 134, 2)]
    [InlineData("ກ", 135, 3)]
    [InlineData("😀", 35, 1)]
    [InlineData("😀", 36, 2)]
    [InlineData("😀", 67, 3)]
    public void Segments_are_counted_as_networks_count_them(string character, int times, int segments) =>
        Assert.Equal(segments, SmsSegments.Count(string.Concat(Enumerable.Repeat(character, times))));

    [Fact]
    public void One_character_beyond_the_alphabet_turns_the_whole_text_to_seventy() =>
        Assert.Equal(2, SmsSegments.Count(new string('a', 70) + "ກ"));
}
