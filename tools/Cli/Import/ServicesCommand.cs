using System.CommandLine;
using Platform.Cli.Import.Mapping;
using Platform.Cli.Import.Services;
using Platform.Cli.Import.Sources;
using Platform.Core.Packs;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Import;

/// <summary><c>egov import services</c>.</summary>
internal static class ServicesCommand
{
    private const string Description = """
        Import the services and organizations of a catalogue, in every language it has, as a mapping declares. Every row is accounted for.
        Running it again changes only what the source has changed; what people have edited in the pack stays theirs.

        Examples:
          egov import services services.csv --mapping templates/mappings/ca-gc-service-inventory.yaml --out packs/e-canada
          egov import services catalogue.jsonld --mapping templates/mappings/cpsv-ap.yaml --out packs/e-bhutan --report rows.csv
        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The catalogue: .csv, .xlsx, or CPSV-AP as .jsonld." };
        var mapping = new Option<string>("--mapping") { Description = "The YAML file that says what becomes of the columns.", Required = true };
        var pack = new Option<string>("--out") { Description = "The pack's folder; it is made where the mapping says what pack it is.", Required = true };
        var report = new Option<string?>("--report") { Description = "Write the fate of every row to this CSV file." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Take the source's also where people have edited it in the pack." };
        var languages = new Option<string?>("--languages") { Description = "Instead of the mapping's: tags apart by commas, that of the pack's own texts first." };
        var command = new Command("services", Description) { file, mapping, pack, languages, report, overwrite };
        command.SetAction(parse =>
        {
            var console = parse.InvocationConfiguration;
            try
            {
                if (Mapping(parse.GetRequiredValue(mapping), parse.GetValue(languages), console) is not { } read)
                {
                    return 1;
                }

                var import = new ServiceImport(read, Source.Open(parse.GetRequiredValue(file)), parse.GetRequiredValue(pack), parse.GetValue(overwrite));
                var result = import.Run(what => new ProgressLines(console.Output, TimeProvider.System, $"{{0}} {what}"));
                ImportSummary.Write(result, parse.GetRequiredValue(pack), console.Output);
                if (parse.GetValue(report) is { } path)
                {
                    ImportReport.Write(result, path);
                }

                return 0;
            }
            catch (Exception error) when (error is ImportException or PoException or IOException or UnauthorizedAccessException)
            {
                console.Error.WriteLine(error.Message);
                return 1;
            }
        });
        return command;
    }

    private static ServiceMapping? Mapping(string file, string? languages, InvocationConfiguration console)
    {
        if (!File.Exists(file))
        {
            throw new ImportException($"There is no mapping {file}; templates/mappings holds some to begin with.");
        }

        var problems = new PackProblems();
        var mapping = MappingFile.Read(file, languages?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [], problems);
        problems.Errors.ToList().ForEach(p => console.Error.WriteLine($"{file}:{p.Line}: {p.Message}"));
        return mapping;
    }
}
