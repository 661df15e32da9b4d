using Platform.Core.Feel;

namespace Platform.Core.Tests.Feel;

public sealed class ReadsTests
{
    [Theory]
    [InlineData("1 + 1", "")]
    [InlineData("tenure = \"rented\"", "tenure")]
    [InlineData("person.address.village", "person.address.village")]
    [InlineData("person.address = null and person.name = tenure", "person.address person.name tenure")]
    [InlineData("person.birth_date.year > 2000", "person.birth_date")]
    [InlineData("sum(partners.share) > fee", "fee partners")]
    [InlineData("partners[share > fee]", "fee partners")]
    [InlineData("for p in partners return p.share + fee", "fee partners")]
    [InlineData("{fee: 1, b: fee}.b", "")]
    [InlineData("(function(fee) fee + 1)(2)", "")]
    [InlineData("upper case(first name)", "first name")]
    [InlineData("if urgent then fee else 0", "fee urgent")]
    [InlineData("today() > since", "since")]
    public void An_expression_tells_what_it_reads(string text, string reads) =>
        Assert.Equal(reads, string.Join(' ', Expressions.Compiled(text).Reads.Order(StringComparer.Ordinal)));

    [Fact]
    public void What_is_not_given_reads_as_null_with_its_reason()
    {
        var result = Expressions.Compiled("fee + 1").Evaluate(new Dictionary<string, object?>(), Expressions.Now);

        Assert.Equal(new FeelResult(null, "fee has no value"), result);
    }

    [Fact]
    public void Values_come_from_plain_objects()
    {
        var partners = new List<object?> { new Dictionary<string, object?> { ["share"] = 40 }, new Dictionary<string, object?> { ["share"] = 60L } };
        var values = new Dictionary<string, object?> { ["partners"] = partners, ["since"] = new DateOnly(2026, 1, 31) };

        Assert.Equal(true, Expressions.Compiled("sum(partners.share) = 100 and since.month = 1").Evaluate(values, Expressions.Now).Value);
    }
}
