using Platform.Cli.Feel;

namespace Platform.Cli.Tests.Feel;

public sealed class FeelPromptTests
{
    [Fact]
    public void Each_line_is_answered_and_a_name_keeps_its_value() =>
        Assert.Equal(("7\n40000\n\"yes\"\n", ""), Type("1 + 2 * 3\n\nmonthly fee := 40000\nif monthly fee > 1000 then \"yes\" else \"no\"\n"));

    [Fact]
    public void A_mistake_is_shown_where_it_is_and_ends_nothing() =>
        Assert.Equal(("2\n", "Line 1, column 5: Expected an expression, found *\n  1 + * 3\n      ^\n"), Type("fee := 1 + * 3\n1 + 1\n"));

    [Fact]
    public void Sign_inside_a_text_gives_nothing_a_name() => Assert.Equal(("\"a := b\"\n", ""), Type("\"a := b\"\n"));

    [Fact]
    public void Exit_ends_it() => Assert.Equal(("1\n", ""), Type("1\nexit\n2\n"));

    [Fact]
    public void Who_types_is_shown_where()
    {
        using StringWriter output = new() { NewLine = "\n" };
        using var input = new StringReader("1\n");

        Assert.Equal(0, FeelPrompt.Run(input, output, TextWriter.Null, isTyped: true));

        Assert.EndsWith("shows examples.\nfeel> 1\nfeel> ", output.ToString(), StringComparison.Ordinal);
    }

    private static (string Output, string Errors) Type(string lines)
    {
        using StringWriter output = new() { NewLine = "\n" }, errors = new() { NewLine = "\n" };
        using var input = new StringReader(lines);
        Assert.Equal(0, FeelPrompt.Run(input, output, errors, isTyped: false));
        return (output.ToString(), errors.ToString());
    }
}
