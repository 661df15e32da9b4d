using System.CommandLine;
using Platform.Cli.Feel;

namespace Platform.Cli.Tests.Feel;

public sealed class FeelCommandTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("\"a\" + \"b\"", "\"ab\"")]
    [InlineData("[date(\"2026-01-31\"), {a: 1}]", "[@\"2026-01-31\", {a: 1}]")]
    [InlineData("-1 + 2", "1")]
    public void The_value_is_printed_as_FEEL(string expression, string expected) => Assert.Equal((0, expected + "\n", ""), Run("feel", expression));

    [Fact]
    public void Null_comes_with_its_reason() => Assert.Equal((0, "null\n", "Division by zero\n"), Run("feel", "1 / 0"));

    [Fact]
    public void A_mistake_is_shown_where_it_is()
    {
        var (code, output, errors) = Run("feel", "1 + * 3");

        Assert.Equal((1, ""), (code, output));
        Assert.Equal("Line 1, column 5: Expected an expression, found *\n  1 + * 3\n      ^\n", errors);
    }

    [Fact]
    public void A_batch_answers_line_by_line()
    {
        var (code, output, errors) = Batch("1 + 1\n1 / 0\n(2\n\nnull\n\"x\"\n");

        Assert.Equal((0, "2\nnull\nnull\nnull\nnull\n\"x\"\n"), (code, output));
        Assert.Equal("Line 2: Division by zero\nLine 3, column 3: Expected ), found the end\nLine 4, column 1: Expected an expression, found the end\n", errors);
    }

    [Fact]
    public void Both_are_refused_and_so_is_a_file_that_is_not_there()
    {
        Assert.Equal(1, Run("feel", "1", "--batch", "x").Code);
        Assert.Contains("There is no file", Run("feel", "--batch", "no-such-file.txt").Errors, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Errors) Batch(string lines)
    {
        using StringWriter output = new() { NewLine = "\n" }, errors = new() { NewLine = "\n" };
        using var input = new StringReader(lines);
        var code = FeelBatch.Run(input, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" }, errors = new() { NewLine = "\n" };
        var code = new RootCommand { FeelCommand.Create() }.Parse(args).Invoke(new() { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }
}
