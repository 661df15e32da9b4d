using System.CommandLine;
using Platform.Cli.Packs;
using Platform.Cli.Texts;

namespace Platform.Cli.NewPacks;

/// <summary>Writes a new pack, or says everything that is wrong with the wish for it.</summary>
internal static class NewPackRun
{
    public static int Run(NewPackWish wish, InvocationConfiguration console)
    {
        string[] mistakes = [.. wish.Mistakes()];
        if (mistakes.Length > 0)
        {
            Array.ForEach(mistakes, console.Error.WriteLine);
            return 1;
        }

        if (PackCheck.Load(wish.From, production: false).Pack is not { } below)
        {
            console.Error.WriteLine($"The pack in {wish.From} has mistakes: run 'egov check {wish.From}' first.");
            return 1;
        }

        var organizations = wish.Organizations is { } list ? CsvRows.Read(list) : [];
        new NewPackFolder(wish, below, wish.Areas is { } areas ? new(CsvRows.Read(areas), below) : null, organizations).Write();
        foreach (var language in wish.Tags.Where(tag => tag != below.SourceLanguage))
        {
            new PackTextsUpdate(wish.Folder, language, similar: false).Write(console.Output);
            OrganizationNames.Translate(wish.Folder, language, organizations);
        }

        var sound = PackCheck.Run(wish.Folder, production: false, new() { Output = TextWriter.Null, Error = TextWriter.Null }) is { } read ? read.Problems : [];
        foreach (var problem in sound)
        {
            console.Error.WriteLine($"{problem.File}:{problem.Source.Line}: {problem.Message}");
        }

        console.Output.WriteLine($"Made {wish.Folder}: {sound.Count} problems. Start it: dotnet run --project platform/Host -- --demo --pack {wish.Folder} --data data/{wish.Name}");
        console.Output.WriteLine($"What to fill in, and in which order: {Path.Combine(wish.Folder, "README.md")}");
        return sound.Count == 0 ? 0 : 1;
    }
}
