using System.CommandLine;
using Platform.Core.Releases;

namespace Platform.Cli.Releases;

/// <summary>The options that say what a place demands of a release.</summary>
/// <param name="countersigns">Whether the outcome is judged by a country's roots: then they have to be named.</param>
internal sealed class TrustOptions(bool countersigns = false)
{
    private readonly Option<FileInfo> trust = new("--trust") { Description = "Who may release: roots and lists of revoked keys, in PEM.", Required = true };
    private readonly Option<FileInfo?> country = new("--country") { Description = "Whose countersignature is demanded: your own country's roots, in PEM.", Required = countersigns };
    private readonly Option<FileInfo?> time = new("--time-trust") { Description = "Whose time stamps are believed, in PEM." };
    private readonly Option<string?> installed = new("--installed") { Description = "What is installed, as e-laos@1.0.0; another pack or an older version is refused." };
    private readonly Option<bool> rollback = new("--allow-rollback") { Description = "Let an older version pass." };

    public Command AddTo(Command command)
    {
        Option[] all = [trust, country, time, installed, rollback];
        all.ToList().ForEach(command.Add);
        return command;
    }

    /// <exception cref="ReleaseRefusedException">A file of roots cannot be used.</exception>
    /// <exception cref="IOException">A file cannot be read, or what is installed is not said as it must be.</exception>
    public ReleasePolicy Of(ParseResult parse) => new(ReleaseTrust.Load(parse.GetRequiredValue(trust).FullName))
    {
        Country = Load(parse.GetValue(country)),
        Time = Load(parse.GetValue(time)),
        Installed = parse.GetValue(installed) is { } text ? InstalledOf(text) : null,
        AllowRollback = parse.GetValue(rollback),
    };

    private static ReleaseTrust? Load(FileInfo? file) => file is null ? null : ReleaseTrust.Load(file.FullName);

    private static InstalledRelease InstalledOf(string text)
    {
        try
        {
            return InstalledRelease.Parse(text);
        }
        catch (FormatException error)
        {
            throw new IOException($"--installed: {error.Message}", error);
        }
    }
}
