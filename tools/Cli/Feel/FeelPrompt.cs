using Platform.Core.Feel;

namespace Platform.Cli.Feel;

/// <summary>One expression after another; a name that was given a value keeps it.</summary>
internal static class FeelPrompt
{
    private const string Gives = ":=";

    private const string Help = """
        1 + 2 * 3                    prints the value
        fee := 40000                 gives a name a value
        if fee > 1000 then "yes" else "no"
        exit                         ends, as Ctrl+D does
        """;

    /// <param name="isTyped">Somebody sits at it: show where to type.</param>
    public static int Run(TextReader input, TextWriter output, TextWriter errors, bool isTyped)
    {
        var names = new Dictionary<string, object?>(FeelBatch.NoNames);
        if (isTyped)
        {
            output.WriteLine("FEEL (OMG DMN 1.4). \"help\" shows examples.");
        }

        while (Ask(input, output, isTyped) is { } line && line != "exit")
        {
            if (line == "help")
            {
                output.WriteLine(Help);
            }
            else if (line.Length > 0)
            {
                Answer(line, names, output, errors);
            }
        }

        return 0;
    }

    private static string? Ask(TextReader input, TextWriter output, bool isTyped)
    {
        output.Write(isTyped ? "feel> " : "");
        return input.ReadLine()?.Trim();
    }

    private static void Answer(string line, Dictionary<string, object?> names, TextWriter output, TextWriter errors)
    {
        var (name, expression) = line.IndexOf(Gives, StringComparison.Ordinal) is > 0 and var at && IsName(line[..at].Trim())
            ? (line[..at].Trim(), line[(at + Gives.Length)..].Trim())
            : (null, line);
        if (FeelCommand.Show(expression, names, output, errors, out var value) && name is not null)
        {
            names[name] = value;
        }
    }

    // Else it is an expression with := inside a text.
    private static bool IsName(string text) => text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '\'') && !char.IsDigit(text[0]);
}
