namespace Platform.Core.Tests.Feel;

public sealed class NameTests
{
    [Theory]
    [InlineData("first name + \"!\"", "\"Noy!\"")]
    [InlineData("first  name", "\"Noy\"")]
    [InlineData("a-b", "5")]
    [InlineData("a - b", "5")]
    [InlineData("a+1", "4")]
    [InlineData("{full name: first name, twice: full name + full name}.twice", "\"NoyNoy\"")]
    [InlineData("[{child name: \"x\"}, {child name: \"y\"}][child name = \"y\"].child name", "[\"y\"]")]
    [InlineData("(function(big number) big number + 1)(big number: 2)", "3")]
    [InlineData("for each one in [1, 2] return each one * 2", "[2, 4]")]
    [InlineData("date and time(\"2026-01-01T00:00:00\") instance of date and time", "true")]
    public void Names_may_hold_spaces_and_signs(string text, string expected) =>
        Assert.Equal(expected, Expressions.Text(text, ("first name", "Noy"), ("a-b", 5m), ("a", 3m)));

    [Fact]
    public void The_longest_known_name_wins() =>
        Assert.Equal("[1, 2]", Expressions.Text("[rate, rate of interest]", ("rate", 1), ("rate of interest", 2)));

    [Fact]
    public void A_value_may_share_its_name_with_a_function() =>
        Assert.Equal("[1, @\"2026-01-31\"]", Expressions.Text("[date, date(\"2026-01-31\")]", ("date", 1)));

    [Theory]
    [InlineData("[{item: 1}, {item: 2}][item > 1]", "[{item: 2}]")]
    [InlineData("[1, 2, 3][item > 1]", "[2, 3]")]
    [InlineData("[{x: 1}, {x: 2}][x = limit]", "[{x: 2}]")]
    [InlineData("{limit: 1, of: [{x: 1}, {x: 2}][x = limit]}.of", "[{x: 1}]")]
    public void A_filter_sees_the_item_before_the_world(string text, string expected) =>
        Assert.Equal(expected, Expressions.Text(text, ("limit", 2)));
}
