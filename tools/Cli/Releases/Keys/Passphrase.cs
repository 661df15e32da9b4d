using System.CommandLine;
using Spectre.Console;

namespace Platform.Cli.Releases.Keys;

/// <summary>The option that says where a key's passphrase stands; without it somebody is asked.</summary>
/// <param name="name">Of the option.</param>
/// <param name="key">Whose it is, where the option is described.</param>
internal sealed class Passphrase(string name = "--passphrase-file", string key = "the key's")
{
    private readonly Option<FileInfo?> file = new(name) { Description = $"A file whose first line is {key} passphrase. Without it you are asked." };

    public Option Option => file;

    /// <exception cref="IOException">The file cannot be read, or nobody is there to be asked.</exception>
    public string Of(ParseResult parse, string whose) => parse.GetValue(file) is { } given
        ? File.ReadLines(given.FullName).FirstOrDefault() is { Length: > 0 } line ? line : throw new IOException($"{given.FullName} is empty; its first line is to be the passphrase.")
        : Console.IsInputRedirected
            ? throw new IOException($"The passphrase of {whose} is needed, and nobody can be asked here: give {name}.")
            : AnsiConsole.Prompt(new TextPrompt<string>($"Passphrase of {whose}:").Secret());
}
