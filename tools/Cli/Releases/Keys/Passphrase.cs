using System.CommandLine;
using Spectre.Console;

namespace Platform.Cli.Releases.Keys;

/// <summary>The option that says where a key's passphrase stands; without it somebody is asked.</summary>
internal sealed class Passphrase
{
    private readonly Option<FileInfo?> file = new("--passphrase-file") { Description = "A file whose first line is the key's passphrase. Without it you are asked." };

    public Option Option => file;

    /// <exception cref="IOException">The file cannot be read, or nobody is there to be asked.</exception>
    public string Of(ParseResult parse, string whose) => parse.GetValue(file) is { } given
        ? File.ReadLines(given.FullName).FirstOrDefault() is { Length: > 0 } line ? line : throw new IOException($"{given.FullName} is empty; its first line is to be the passphrase.")
        : Console.IsInputRedirected
            ? throw new IOException($"The passphrase of {whose} is needed, and nobody can be asked here: give --passphrase-file.")
            : AnsiConsole.Prompt(new TextPrompt<string>($"Passphrase of {whose}:").Secret());
}
