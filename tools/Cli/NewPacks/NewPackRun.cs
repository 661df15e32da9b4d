using System.CommandLine;
using Platform.Cli.Import;
using Platform.Cli.Import.Sources;
using Platform.Cli.Packs;
using Platform.Core.Packs;

namespace Platform.Cli.NewPacks;

/// <summary>Makes a new pack, or says everything that is wrong with the wish for it and writes nothing.</summary>
internal sealed class NewPackRun(NewPackWish wish, InvocationConfiguration console)
{
    private readonly List<string> mistakes = [.. wish.Mistakes()];

    public int Run()
    {
        var (areaList, organizationList) = (List(wish.Areas), List(wish.Organizations));
        if (Below() is not { } below)
        {
            return Refuse();
        }

        var areas = areaList is null ? null : new NewAreas(areaList, below);
        var organizations = organizationList is null ? null : new NewOrganizations(organizationList, below.SourceLanguage);
        mistakes.AddRange([.. areas?.Mistakes() ?? [], .. organizations?.Mistakes() ?? []]);
        return mistakes.Count > 0 ? Refuse() : Make(new NewPackFiles(wish, below, areas, organizations));
    }

    private int Make(NewPackFiles files)
    {
        var pack = new PackInMaking(wish.Name!, new PackFolder(wish.Below));
        files.WriteTo(pack);
        var result = PackCheck.Load(pack, production: false);
        if (result.Pack is { } read)
        {
            files.TranslateIn(pack, read);
            result = PackCheck.Load(pack, production: false);
        }

        if (result.Problems.Count > 0)
        {
            mistakes.AddRange(result.Problems.Select(p => $"{p.Source.Layer}/{p.File}:{p.Line}: {p.Message}"));
            return Refuse();
        }

        pack.Save(wish.Folder);
        var commands = NewPackCommands.Of(wish.Folder);
        console.Output.WriteLine($"Made {wish.Folder}: 0 problems.");
        console.Output.WriteLine($"Start it, in {commands.Where}: {commands.Start}");
        console.Output.WriteLine($"What to fill in, and in which order: {Path.Combine(wish.Folder, "README.md")}");
        return 0;
    }

    private int Refuse()
    {
        mistakes.ForEach(console.Error.WriteLine);
        console.Error.WriteLine("Nothing was written.");
        return 1;
    }

    private Pack? Below()
    {
        if (!NewPackPlace.IsPack(wish.Below))
        {
            return null;
        }

        if (PackCheck.Load(wish.Below, production: false).Pack is { } below)
        {
            return below;
        }

        mistakes.Add($"The pack in {wish.Below} has mistakes: run 'egov check {wish.Below}' first.");
        return null;
    }

    private SourceTable? List(string? file)
    {
        try
        {
            return file is null || !File.Exists(file) ? null : CsvTable.Read(file);
        }
        catch (ImportException mistake)
        {
            mistakes.Add(mistake.Message);
            return null;
        }
    }
}
