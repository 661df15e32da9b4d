using System.CommandLine;

namespace Platform.Cli.Installing;

/// <summary>The options that install and upgrade share.</summary>
internal sealed class ReleaseOptions
{
    private readonly Option<string> folder = new("--dir") { Description = "Where instances lie on this machine.", DefaultValueFactory = _ => Instance.UsualFolder };
    private readonly Option<bool> dry = new("--dry-run") { Description = "Verify, print everything that would be written and run; change nothing." };

    public TrustOfInstance Trust { get; } = new();

    public Command AddTo(Command command)
    {
        command.Add(folder);
        command.Add(dry);
        return Trust.AddTo(command);
    }

    public string Folder(ParseResult parse) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(parse.GetRequiredValue(folder)));

    public bool IsDry(ParseResult parse) => parse.GetValue(dry);
}
