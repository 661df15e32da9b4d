using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Exports;
using Platform.Core.Keys;
using Platform.Core.Modules;

namespace Platform.Cli.Data;

/// <summary><c>egov data</c>: everything out of an instance, for whoever takes its place.</summary>
internal static class DataCommand
{
    private const string Part = ".part";

    public static Command Create() => new("data", "Take everything out of an instance in open formats.\n\nExample: egov data export --data data --out /media/stick/export") { Export() };

    private static Command Export()
    {
        var places = new InstancePlaces();
        var folder = new Option<DirectoryInfo>("--out") { Description = "A folder that is not there yet. It will hold people's data in clear, for its owner only.", Required = true };
        var command = places.AddTo(new Command(
            "export",
            "Write all applications, files, people, documents, money and the audit, opened with the instance's keys: JSON Lines with a JSON Schema for each kind, " +
            "the files beside, sums and a manifest with counts. The portal may run meanwhile; the export shows one moment. Leaves a line in the audit. " +
            "Exit code 1 when something that should be there could not be read.\n\n" +
            "Examples: egov data export --data data --out /media/stick/export\n" +
            "          egov data export --data /srv/egov/demo/data --database \"Host=db;Database=egov\" --keys-database \"Host=db;Database=keys\" --out /mnt/export\n" +
            "Read it without the platform: node tools/verify/read-export.mjs /media/stick/export"), withDatabases: true);
        command.Add(folder);
        var modules = new OutsideModuleOptions();
        modules.AddTo(command);
        command.SetAction((parse, cancellationToken) => RunAsync(parse, places, BuiltModules.With(modules.Of(parse)), parse.GetValue(folder)!.FullName.TrimEnd('/'), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, InstancePlaces places, ModuleCatalog modules, string folder, CancellationToken cancellationToken)
    {
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        if ((Directory.Exists(folder) ? $"{folder} is there already; name a folder that is not, so that nothing of an older export is taken for this one." : places.Missing(parse)) is { } refusal)
        {
            await error.WriteLineAsync(refusal);
            return 1;
        }

        await using var services = places.Services(parse);
        Demand(services);
        var manifest = await WriteAsync(services, new ExportPlan(modules.Modules), folder, new ProgressLines(output, TimeProvider.System, "{0} rows written"), cancellationToken);
        foreach (var table in manifest.Tables)
        {
            await output.WriteLineAsync($"{table.Name} {table.Rows}{(table.Declared ? "" : "  (of a module that this program does not know: name it with --modules)")}");
        }

        foreach (var fault in manifest.Faults)
        {
            await error.WriteLineAsync(fault);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{manifest.Rows} rows and {manifest.Files} files ({manifest.FileBytes} bytes) in {folder}. It holds people's data in clear: encrypt it before it travels."));
        return manifest.Faults.Count == 0 ? 0 : 1;
    }

    // Whoever takes everything out is one who holds the instance key, also where nothing is sealed yet.
    private static void Demand(IServiceProvider services) => _ = services.GetRequiredService<InstanceKeys>().Active;

    // Under another name until it is whole, so that half an export is never taken for one.
    private static async Task<ExportManifest> WriteAsync(IServiceProvider services, ExportPlan plan, string folder, IProgress<long> progress, CancellationToken cancellationToken)
    {
        Remove(folder + Part);
        try
        {
            var manifest = await ActivatorUtilities.CreateInstance<Export>(services).WriteAsync(folder + Part, plan, progress, cancellationToken);
            Directory.Move(folder + Part, folder);
            return manifest;
        }
        finally
        {
            Remove(folder + Part);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
