using System.CommandLine;
using Platform.Core.Feel;

namespace Platform.Cli.Feel;

/// <summary><c>egov feel</c>: evaluates FEEL by hand, one expression, one after another or a file of them.</summary>
internal static class FeelCommand
{
    private const string Description = """
        Evaluates an expression in FEEL (OMG DMN 1.4) and prints its value as FEEL text.

        Examples:
          egov feel "1 + 2 * 3"
          egov feel "for i in 1..3 return i ** 2"
          egov feel 'date("2026-01-31") + duration("P1M")'
          egov feel                              asks for one expression after another
          egov feel --batch expressions.txt      one expression a line, one result a line
        """;

    public static Command Create()
    {
        var expression = new Argument<string?>("expression") { Description = "The expression.", Arity = ArgumentArity.ZeroOrOne };
        var batch = new Option<FileInfo?>("--batch") { Description = "A file with one expression a line, or - for standard input. Prints one result a line; the reasons of null go to standard error.", HelpName = "FILE" };
        var command = new Command("feel", Description) { expression, batch };
        command.Validators.Add(result =>
        {
            if (result.GetValue(expression) is not null && result.GetValue(batch) is not null)
            {
                result.AddError("Give an expression, or --batch and a file, not both.");
            }
        });
        command.SetAction(result =>
        {
            var (output, errors) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            return (result.GetValue(expression), result.GetValue(batch)) switch
            {
                ({ } text, _) => Show(text, FeelBatch.NoNames, output, errors, out _) ? 0 : 1,
                (_, { } file) => FeelBatch.Run(file, output, errors),
                _ => FeelPrompt.Run(Console.In, output, errors, isTyped: !Console.IsInputRedirected),
            };
        });
        return command;
    }

    /// <summary>Prints the value, or where the expression is wrong.</summary>
    internal static bool Show(string text, IReadOnlyDictionary<string, object?> names, TextWriter output, TextWriter errors, out object? value)
    {
        var result = FeelExpression.EvaluateText(text, names, FeelBatch.Now(), out var error);
        value = result.Value;
        if (error is not null)
        {
            ShowError(text, error, errors);
            return false;
        }

        output.WriteLine(FeelText.Format(value));
        if (result.NullReason is { } reason)
        {
            errors.WriteLine(reason);
        }

        return true;
    }

    private static void ShowError(string text, FeelError error, TextWriter errors)
    {
        errors.WriteLine($"Line {error.Line}, column {error.Column}: {error.Message}");
        errors.WriteLine("  " + text.Split('\n')[error.Line - 1].Replace('\t', ' ').TrimEnd('\r'));
        errors.WriteLine("  " + new string(' ', error.Column - 1) + "^");
    }
}
