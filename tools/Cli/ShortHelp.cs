using System.CommandLine;
using System.CommandLine.Invocation;

namespace Platform.Cli;

/// <summary>Help in which each command of a group has one sentence; the rest and its examples stand in its own help.</summary>
/// <param name="whole">The help that is shortened.</param>
internal sealed class ShortHelp(SynchronousCommandLineAction whole) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        foreach (var command in parseResult.CommandResult.Command.Subcommands)
        {
            command.Description = FirstSentence(command.Description);
        }

        return whole.Invoke(parseResult);
    }

    private static string? FirstSentence(string? text) => text?.Split('\n')[0].Split(". ")[0].Split(": ")[0].TrimEnd('.') is { } sentence ? sentence + "." : null;
}
