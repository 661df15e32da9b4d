using Platform.Cli.Import.Forms;
using Platform.Cli.Import.Forms.Terms;
using Platform.Cli.Import.Forms.Xls;

namespace Platform.Cli.Tests.Import.Forms;

/// <summary>Expressions of XLSForms, and what they are in FEEL.</summary>
public sealed class XPathTests
{
    private static readonly Dictionary<string, QuestionDraft> Questions = new[] { ("age", "number"), ("name", "text"), ("born", "date"), ("agrees", "yes-no"), ("colour", "choice"), ("colours", "choices") }
        .ToDictionary(q => q.Item1, q => Draft(q.Item1, q.Item2));

    [Theory]
    [InlineData("${age} >= 18", "age >= 18")]
    [InlineData("18 <= ${age}", "age >= 18")]
    [InlineData("${age} = '18'", "age = 18")]
    [InlineData("${name} != ''", "name != null")]
    [InlineData("${agrees} = 'yes'", "agrees = true")]
    [InlineData("not(${agrees} = 'yes')", "agrees != true")]
    [InlineData("not(${age} > 3)", "not((age > 3) = true)")]
    [InlineData("${colour} = '1' or ${colour} = 'red' and ${age} > 3", "colour = \"option_1\" or colour = \"red\" and age > 3")]
    [InlineData("(${colour} = '1' or ${colour} = 'red') and ${age} > 3", "(colour = \"option_1\" or colour = \"red\") and age > 3")]
    [InlineData("selected(${colours}, 'red')", "list contains(colours, \"red\")")]
    [InlineData("not(selected(${colours}, 'red'))", "not((list contains(colours, \"red\")) = true)")]
    [InlineData("selected(${colour}, 'red')", "colour = \"red\"")]
    [InlineData("count-selected(${colours}) > 1", "count(colours) > 1")]
    [InlineData("${born} < today() - 365 * 18", "born < today() - duration(\"P6570D\")")]
    [InlineData("(today() - ${born}) div 365.25 >= 18", "(today() - born) / duration(\"P1D\") / 365.25 >= 18")]
    [InlineData("${born} > '2020-01-31'", "born > date(\"2020-01-31\")")]
    [InlineData("regex(${name}, '[A-Z]{2}|x')", "matches(name, \"^([A-Z]{2}|x)$\")")]
    [InlineData("string-length(${name}) > 3", "string length(name) > 3")]
    [InlineData("${age} * 2 - 1 > 3", "age * 2 - 1 > 3")]
    [InlineData("${age} * (2 - 1) > -3", "age * (2 - 1) > 0 - 3")]
    [InlineData("if(${age} > 3, 'a', 'b') = 'a'", "(if age > 3 then \"a\" else \"b\") = \"a\"")]
    [InlineData("concat(${name}, ' ', ${age}) = 'x 3'", "(name + \" \" + string(age)) = \"x 3\"")]
    [InlineData("coalesce(${name}, 'none') = 'none'", "(if name != null then name else \"none\") = \"none\"")]
    public void It_is_said_in_FEEL(string xpath, string feel) => Assert.Equal(feel, Write(xpath));

    [Theory]
    [InlineData("${nobody} = 1", "it reads 'nobody', which is not asked")]
    [InlineData("${colour} = 'blue'", "'colour' has no choice 'blue'")]
    [InlineData("${age} = 'old'", "'old' is no answer to 'age', which is a number")]
    [InlineData("${name} > 'a'", "it compares the size of 'name', which is a text")]
    [InlineData("once(random())", "the function random() has no counterpart")]
    [InlineData("regex(${name}, '(?<=a)b')", "the pattern '^((?<=a)b)$' is not one that FEEL knows")]
    [InlineData("${age} >", "it ends where something is missing")]
    [InlineData("${age} > 1)", "')' is not understood where it stands")]
    [InlineData("${age} ? 1", "'? 1' is not understood")]
    public void What_cannot_be_said_has_a_reason(string xpath, string reason) => Assert.Equal(reason, Assert.Throws<NotCarriedException>(() => Write(xpath)).Message);

    // As long as a cell of a sheet may be.
    [Theory]
    [InlineData("(", "1", ")", 16_000)]
    [InlineData("not(", "1", ")", 6_000)]
    [InlineData("-", "1", "", 32_000)]
    [InlineData("1+", "1", "", 16_000)]
    [InlineData("1=", "1", "", 16_000)]
    [InlineData("(1+1+", "1", ")", 5_000)]
    public void What_is_nested_without_end_has_a_reason(string before, string inside, string after, int times)
    {
        var xpath = string.Concat(Enumerable.Repeat(before, times)) + inside + string.Concat(Enumerable.Repeat(after, times));

        Assert.Equal("it is nested, or goes on, more than 100 times: compute parts of it in questions of their own", Assert.Throws<NotCarriedException>(() => Write(xpath)).Message);
    }

    private static string Write(string xpath) => new FeelWriter(null, Questions.GetValueOrDefault).Write(XPathReader.Read(xpath));

    private static QuestionDraft Draft(string name, string type)
    {
        var question = new QuestionDraft(name, type, FormText.Of(name)!) { Id = name };
        if (type.StartsWith("choice", StringComparison.Ordinal))
        {
            question.Options.Add(new("1", FormText.Of("One")!) { Id = "option_1" });
            question.Options.Add(new("red", FormText.Of("Red")!) { Id = "red" });
        }

        return question;
    }
}
