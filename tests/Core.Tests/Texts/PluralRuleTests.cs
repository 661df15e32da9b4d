using Platform.Core.Texts.Po;

namespace Platform.Core.Tests.Texts;

public sealed class PluralRuleTests
{
    private const string Russian = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);";
    private const string Arabic = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);";

    [Theory]
    [InlineData(Russian, 1, 0)]
    [InlineData(Russian, 21, 0)]
    [InlineData(Russian, 11, 2)]
    [InlineData(Russian, 3, 1)]
    [InlineData(Russian, 13, 2)]
    [InlineData(Russian, 112, 2)]
    [InlineData(Russian, 1_000_002, 1)]
    [InlineData(Arabic, 0, 0)]
    [InlineData(Arabic, 2, 2)]
    [InlineData(Arabic, 105, 3)]
    [InlineData(Arabic, 111, 4)]
    [InlineData(Arabic, 100, 5)]
    [InlineData("nplurals=1; plural=0;", 7, 0)]
    [InlineData("nplurals=2; plural=(n != 1);", -1, 0)]
    [InlineData("nplurals=2; plural=n>1", long.MinValue, 1)]
    [InlineData("nplurals=2; plural=!(n==1)", 1, 0)]
    [InlineData("nplurals=9; plural=n<3 ? 2+n*2-1 : n/1000%2*4+(n-n)", 2, 5)]
    public void The_rule_of_the_header_decides(string header, long n, int form) => Assert.Equal(form, PluralRule.Parse(header).FormOf(n));

    [Theory]
    [InlineData("nplurals=2; plural=n", "gives form 2 for 2")]
    [InlineData("nplurals=2; plural=1/n", "divides by zero for 0")]
    [InlineData("nplurals=2; plural=(n", "lacks ')'")]
    [InlineData("nplurals=2; plural=n=1", "from character 2")]
    [InlineData("nplurals=2; plural=system(1)", "from character 1")]
    [InlineData("nplurals=2; plural=n ? 1", "lacks ':'")]
    [InlineData("plural=n", "is written")]
    public void A_rule_that_cannot_hold_is_refused(string header, string message) =>
        Assert.Contains(message, Assert.Throws<PoException>(() => PluralRule.Parse(header)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_nested_without_end_is_refused() =>
        Assert.Contains("too deeply", Assert.Throws<PoException>(() => PluralRule.Parse($"nplurals=2; plural={new string('(', 400)}n{new string(')', 400)}")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_for_which_the_rule_fails_late_takes_the_last_form() =>
        Assert.Equal(1, PluralRule.Parse("nplurals=2; plural=n<2000 ? 0 : 1/(n-2000)").FormOf(2000));
}
