namespace Platform.Core.Tests.Feel;

/// <summary>Three-valued logic against its tables, written down here a second time as minimum and maximum.</summary>
public sealed class LogicTests
{
    // false < not known < true: and is the smaller, or the greater.
    private static readonly (string Text, int Rank)[] Operands = [("false", 0), ("null", 1), ("1", 1), ("\"true\"", 1), ("[]", 1), ("true", 2)];

    public static TheoryData<string, int, string, int> Pairs()
    {
        TheoryData<string, int, string, int> pairs = [];
        foreach (var (a, x) in Operands)
        {
            foreach (var (b, y) in Operands)
            {
                pairs.Add(a, x, b, y);
            }
        }
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void And_is_the_smaller_and_or_the_greater(string left, int x, string right, int y)
    {
        Assert.Equal(Of(Math.Min(x, y)), Expressions.Value($"{left} and {right}"));
        Assert.Equal(Of(Math.Max(x, y)), Expressions.Value($"{left} or {right}"));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Some_is_a_long_or_and_every_a_long_and(string left, int x, string right, int y)
    {
        Assert.Equal(Of(Math.Max(x, y)), Expressions.Value($"some v in [{left}, {right}] satisfies v"));
        Assert.Equal(Of(Math.Min(x, y)), Expressions.Value($"every v in [{left}, {right}] satisfies v"));
    }

    [Theory]
    [InlineData("not(true)", false)]
    [InlineData("not(false)", true)]
    [InlineData("not(null)", null)]
    [InlineData("not(1)", null)]
    public void Not_turns_only_what_is_known(string text, object? expected) => Assert.Equal(expected, Expressions.Value(text));

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("false")]
    public void If_takes_its_else_for_all_but_true(string condition) => Assert.Equal(2m, Expressions.Value($"if {condition} then 1 else 2"));

    [Theory]
    [InlineData("1 = \"1\"", null)]
    [InlineData("null = null", true)]
    [InlineData("1 = null", false)]
    [InlineData("1 < null", null)]
    [InlineData("1 < \"2\"", null)]
    [InlineData("2 between 1 and null", null)]
    [InlineData("0 between 1 and null", false)]
    [InlineData("null in [1..10]", null)]
    public void Comparing_what_cannot_be_compared_is_not_known(string text, object? expected) => Assert.Equal(expected, Expressions.Value(text));

    private static bool? Of(int rank) => rank switch { 0 => false, 1 => null, _ => true };
}
