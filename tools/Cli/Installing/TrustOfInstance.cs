using System.CommandLine;

namespace Platform.Cli.Installing;

/// <summary>The options that say whom an instance believes.</summary>
internal sealed class TrustOfInstance
{
    private readonly Option<FileInfo?> trust = new("--trust") { Description = "Who may release: roots and lists of revoked keys, in PEM. Kept for upgrades." };
    private readonly Option<FileInfo?> country = new("--country") { Description = "Whose countersignature is demanded: your own country's roots, in PEM. Kept for upgrades." };
    private readonly Option<FileInfo?> time = new("--time-trust") { Description = "Whose time stamps are believed, in PEM. Kept for upgrades." };
    private readonly Option<bool> without = new("--without-countersignature") { Description = "Demand none this time: for a trial, or where the releaser is this country itself." };

    public Command AddTo(Command command)
    {
        Option[] all = [trust, country, time, without];
        all.ToList().ForEach(command.Add);
        return command;
    }

    /// <param name="kept">What the instance has kept so far; what is given replaces it.</param>
    /// <exception cref="InstallException">It is not said whom to believe.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public Trust Of(ParseResult parse, Trust? kept)
    {
        var roots = Read(parse, trust) ?? kept?.Roots ?? throw new InstallException("Whom do you believe? Name the file of roots of who releases with --trust ca.pem.");
        var own = Read(parse, country) ?? kept?.Country;
        var next = own is not null || IsWithout(parse)
            ? new Trust(roots, own, Read(parse, time) ?? kept?.Time)
            : throw new InstallException("Production installs what its own country has countersigned: name your country's roots with --country own-ca.pem, or say --without-countersignature.");
        kept?.DemandFollowedBy(next);
        return next;
    }

    /// <summary>Whether no countersignature is demanded this time.</summary>
    public bool IsWithout(ParseResult parse) => parse.GetValue(without);

    private static string? Read(ParseResult parse, Option<FileInfo?> option) => parse.GetValue(option) is { } file ? File.ReadAllText(file.FullName) : null;
}
