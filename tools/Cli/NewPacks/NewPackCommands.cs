namespace Platform.Cli.NewPacks;

/// <summary>What to type after a pack was made, and where, so that it runs as it stands.</summary>
/// <param name="Where">The folder for a person to go to.</param>
/// <param name="Check">Finds every mistake.</param>
/// <param name="Start">Starts the portal.</param>
/// <param name="Update">Brings the texts of a language up to date.</param>
internal sealed record NewPackCommands(string Where, string Check, string Start, string Update)
{
    public static NewPackCommands Of(string folder)
    {
        var name = Path.GetFileName(folder);
        if (NewPackPlace.Platform(folder) is { } platform)
        {
            var pack = Path.GetRelativePath(platform, folder);
            const string egov = "dotnet run --project tools/Cli --";
            return new(platform, $"{egov} check {pack}", $"dotnet run --project platform/Host -- --demo --pack {pack} --data data/{name}", $"{egov} texts update <tag> --pack {pack}");
        }

        return new(
            Path.GetDirectoryName(folder)!, $"egov check {name}", $"Platform.Host --environment Development --demo --pack {name} --data data/{name}", $"egov texts update <tag> --pack {name}");
    }
}
