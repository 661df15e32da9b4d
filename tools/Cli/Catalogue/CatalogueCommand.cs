using System.CommandLine;
using Platform.Cli.Catalogue.Coverage;
using Platform.Cli.Catalogue.Duplicates;
using Platform.Cli.Import.Keeping;

namespace Platform.Cli.Catalogue;

/// <summary><c>egov catalogue</c>: what a catalogue holds twice, and where it holds what.</summary>
internal static class CatalogueCommand
{
    public static Command Create() => new(
        "catalogue",
        """
        Look at a whole catalogue: services that are one under different names, and what is offered where.

        Examples:
          egov catalogue duplicates packs/e-bhutan
          egov catalogue coverage packs/e-bhutan --svg coverage.svg
        """)
    { CreateDuplicates(), CreateCoverage() };

    private static Command CreateDuplicates()
    {
        var pack = PackToRead.Argument();
        var least = new Option<double>("--least") { Description = "The least likeness of a group, from 0 to 1.", DefaultValueFactory = _ => DuplicateGroups.Usual };
        var command = new Command(
            "duplicates",
            """
            Find services that are one under different names: by their titles in every language, whose they are, and the life events they belong to.
            Names of places, the order of words, slips and synonyms of the pack do not count. Nothing is changed.

            Example: egov catalogue duplicates packs/e-bhutan --least 0.8
            """)
        { pack, least };
        command.SetAction(parse =>
        {
            if (PackToRead.Load(parse.GetRequiredValue(pack), parse.InvocationConfiguration) is not { } read)
            {
                return 1;
            }

            DuplicatesReport.Write(read, DuplicateGroups.Find(read, parse.GetValue(least)), parse.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }

    private static Command CreateCoverage()
    {
        var (pack, level) = (PackToRead.Argument(), new Option<string?>("--level") { Description = "The level of places, from area-levels of pack.yaml; else the largest." });
        var svg = new Option<string?>("--svg") { Description = "Draw it into this file." };
        var all = new Option<bool>("--all") { Description = "Every service, also those that are the same everywhere." };
        var language = new Option<string?>("--language") { Description = "The language of titles and places; else the pack's first." };
        var command = new Command("coverage", "Print what is offered where, and draw it: services down, places across.\n\nExample: egov catalogue coverage templates/packs/e-laos --language en --svg coverage.svg") { pack, level, svg, all, language };
        command.SetAction(parse =>
        {
            var console = parse.InvocationConfiguration;
            if (PackToRead.Load(parse.GetRequiredValue(pack), console) is not { } read)
            {
                return 1;
            }

            if (CoverageTable.Of(read, parse.GetValue(level), parse.GetValue(language) ?? read.DefaultLanguage) is not { } table)
            {
                console.Error.WriteLine(read.AreaLevels.Count == 0
                    ? "The pack has no places: name their levels in pack.yaml (area-levels) and write them into areas.csv."
                    : $"The pack has no places of the level '{parse.GetValue(level)}': use one of {string.Join(", ", read.AreaLevels.Select(l => l.Id))}.");
                return 1;
            }

            CoverageText.Write(table, parse.GetValue(all), console.Output);
            if (parse.GetValue(svg) is { } file)
            {
                TextFile.Write(file, CoverageSvg.Draw(table));
                console.Output.WriteLine($"Drawn: {file}");
            }

            return 0;
        });
        return command;
    }
}
