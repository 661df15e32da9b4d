using Platform.Core.Feel;

namespace Platform.Core.Tests.Feel;

public sealed class CheckTests
{
    [Theory]
    [InlineData("tenur = \"rented\"", 1, "The name tenur is not known; did you mean tenure?")]
    [InlineData("1 + tenure", 3, "+ has no result for number and string")]
    [InlineData("tenure = 1", 8, "= compares two values of one type, found string and number")]
    [InlineData("urgent < true", 8, "< compares numbers, texts, dates, times or durations, found boolean")]
    [InlineData("fee and urgent", 1, "Expected true or false, found number")]
    [InlineData("if fee then 1 else 2", 4, "Expected true or false after if, found number")]
    [InlineData("person.nam", 7, "There is no member nam; expected one of address, birth_date, name")]
    [InlineData("person.birth_date.hour", 18, "date has no member hour")]
    [InlineData("partners.shares", 9, "There is no member shares; expected one of name, share")]
    [InlineData("todya() > 1", 1, "The name todya is not known; did you mean today?")]
    [InlineData("partners[shares > 1]", 10, "The name shares is not known; did you mean share?")]
    [InlineData("string length(fee)", 15, "Expected string as string of string length, found number")]
    [InlineData("string length()", 14, "Expected string length(string: string)")]
    [InlineData("contains(tenure)", 9, "Expected contains(string: string, match: string)")]
    [InlineData("string length(text: tenure)", 14, "Expected string length(string: string)")]
    [InlineData("-tenure", 1, "Expected a number or a duration after -, found string")]
    [InlineData("tenure in [1..3]", 11, "Expected string, or a list or range of it, found range<number>")]
    [InlineData("tenure between 1 and \"b\"", 16, "Expected string, found number")]
    [InlineData("@\"2026-13-01\"", 1, "Expected a date, time or duration such as @\"2026-01-31\", found @\"2026-13-01\"")]
    [InlineData("some p in partners satisfies p.share", 31, "Expected true or false after satisfies, found number")]
    [InlineData("{a: 1, a: 2}", 11, "The context has two members a")]
    [InlineData("(function(a) a)(1, 2)", 16, "The function takes 1 arguments, found 2")]
    [InlineData("fee(1)", 4, "Expected a function before the arguments, found number")]
    public void A_mistake_is_named_with_its_column(string text, int column, string message)
    {
        var error = Assert.Single(Expressions.Errors(text));

        Assert.Equal((1, column, message), (error.Line, error.Column, error.Message));
    }

    [Theory]
    [InlineData("fee +", 6, "Expected an expression, found the end")]
    [InlineData("(fee", 5, "Expected ), found the end")]
    [InlineData("fee fee", 5, "Expected an operator or the end, found fee")]
    [InlineData("if urgent then 1", 17, "Expected else, found the end")]
    [InlineData("\"open", 1, "This text has no end; expected \"")]
    [InlineData("fee # 2", 5, "# is no part of an expression")]
    [InlineData("/* fee", 1, "This comment has no end; expected */")]
    [InlineData("fee instance of money", 17, "Expected a type such as number, string or date, found money")]
    [InlineData("then", 1, "Expected an expression, found then")]
    public void A_mistake_of_form_says_what_was_expected(string text, int column, string message)
    {
        var error = Assert.Single(Expressions.Errors(text));

        Assert.Equal((column, message), (error.Column, error.Message));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_order_with_their_lines()
    {
        var errors = Expressions.Errors("tenur = 1 and\n  fee = \"x\"\nor unknown_thing");

        Assert.Equal([(1, 1), (2, 7), (3, 4)], errors.Select(e => (e.Line, e.Column)));
    }

    [Theory]
    [InlineData("fee", "boolean", "Expected boolean, found number")]
    [InlineData("tenure = \"rented\"", "number", "Expected number, found boolean")]
    [InlineData("[1]", "string", "Expected string, found list<number>")]
    public void The_result_must_be_of_the_type_expected(string text, string expected, string message)
    {
        FeelType[] types = [FeelType.Boolean, FeelType.Number, FeelType.String];
        var error = Assert.Single(Expressions.Errors(text, Array.Find(types, t => t.Name == expected)));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("since <= today()")]
    [InlineData("person.birth_date <= today() - duration(\"P18Y\")")]
    [InlineData("if tenure = \"company\" then 40 else if tenure = null then 10 else 20")]
    [InlineData("sum(partners.share) = 100")]
    [InlineData("(count(partners) - 1) * 5")]
    [InlineData("tenure in [\"rented\", \"owned\"]")]
    [InlineData("list contains(partners.name, tenure)")]
    [InlineData("partners[share > fee].name")]
    [InlineData("partners[1].name = first name")]
    [InlineData("every p in partners satisfies p.share > 0 and p.share <= 100")]
    [InlineData("matches(tenure, \"^[0-9A-Za-z-]{5,20}$\")")]
    [InlineData("not(urgent) or fee between 1 and 10")]
    [InlineData("min(partners.share) + max(1, fee)")]
    [InlineData("since.year - 1")]
    public void What_packs_write_is_found_right(string text) => Assert.Empty(Expressions.Errors(text));
}
