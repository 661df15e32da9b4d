using System.CommandLine;
using Platform.Core.Feel;

namespace Platform.Cli.Feel;

/// <summary><c>egov feel</c>: evaluates FEEL by hand, one expression or a file of them.</summary>
internal static class FeelCommand
{
    private const string Description = """
        Evaluates an expression in FEEL (OMG DMN 1.4) and prints its value as FEEL text.

        Examples:
          egov feel "1 + 2 * 3"
          egov feel "for i in 1..3 return i ** 2"
          egov feel 'date("2026-01-31") + duration("P1M")'
          egov feel --batch expressions.txt      one expression a line, one result a line
        """;

    public static Command Create()
    {
        var expression = new Argument<string?>("expression") { Description = "The expression.", Arity = ArgumentArity.ZeroOrOne };
        var batch = new Option<FileInfo?>("--batch") { Description = "A file with one expression a line, or - for standard input. Prints one result a line; the reasons of null go to standard error.", HelpName = "FILE" };
        var command = new Command("feel", Description) { expression, batch };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(expression) is null) == (result.GetValue(batch) is null))
            {
                result.AddError("Give an expression, or --batch and a file.");
            }
        });
        command.SetAction(result => result.GetValue(batch) is { } file
            ? FeelBatch.Run(file, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error)
            : Evaluate(result.GetValue(expression)!, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        return command;
    }

    internal static int Evaluate(string text, TextWriter output, TextWriter errors)
    {
        var result = FeelExpression.EvaluateText(text, FeelBatch.NoNames, FeelBatch.Now(), out var error);
        if (error is not null)
        {
            ShowError(text, error, errors);
            return 1;
        }
        output.WriteLine(FeelText.Format(result.Value));
        if (result.NullReason is { } reason)
        {
            errors.WriteLine(reason);
        }
        return 0;
    }

    private static void ShowError(string text, FeelError error, TextWriter errors)
    {
        errors.WriteLine($"Line {error.Line}, column {error.Column}: {error.Message}");
        errors.WriteLine("  " + text.Split('\n')[error.Line - 1].Replace('\t', ' ').TrimEnd('\r'));
        errors.WriteLine("  " + new string(' ', error.Column - 1) + "^");
    }
}
