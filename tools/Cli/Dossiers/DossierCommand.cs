using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Cli.Doctor;
using Platform.Cli.Packs;
using Platform.Core.Data;
using Platform.Core.Modules;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Documents;
using Platform.Modules.Documents.Printing;

namespace Platform.Cli.Dossiers;

/// <summary><c>egov dossier</c>: what whoever takes an instance over must know, each thing with its evidence.</summary>
internal static class DossierCommand
{
    private const int UsualKeysDays = 14;
    private const int PrintSeconds = 60;
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Command Create()
    {
        var places = new InstancePlaces();
        var folder = new Option<DirectoryInfo>("--out") { Description = "The folder for dossier.html, dossier.json and dossier.pdf.", Required = true };
        var backups = new Option<DirectoryInfo?>("--backups") { Description = "The folder of all backups." };
        var bill = new Option<FileInfo?>("--sbom") { Description = "The release's bill of materials, sbom.cdx.json." };
        var locales = new Option<DirectoryInfo?>("--locales") { Description = "The platform's folder of texts; locales here unless said otherwise." };
        var certificate = new Option<FileInfo?>("--certificate") { Description = "The portal's certificate, in PEM." };
        var command = places.AddTo(new Command(
            "dossier",
            "Write the hand-over report of an instance as HTML, PDF and JSON: versions, keys and their ages, backups, languages, accessibility, services and their owners, dependencies and licences, " +
            "the frame of a data protection impact assessment, and questions of the Digital Public Goods Standard, the UN E-Government Survey and the GovTech Maturity Index. " +
            "Each statement has its evidence, or says that it is not known and how to find out. It names nobody and holds no key. The PDF needs Chromium.\n\n" +
            "Examples: egov dossier --data data --out dossier\n" +
            "          egov dossier --data /srv/egov/demo/data --database \"Host=db;Database=egov\" --backups /var/backups/egov/demo --sbom sbom.cdx.json --out /mnt/dossier"), withDatabases: true);
        Array.ForEach<Option>([folder, backups, bill, locales, certificate], command.Add);
        var modules = new OutsideModuleOptions();
        modules.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            if (places.Missing(parse) is { } missing)
            {
                await error.WriteLineAsync(missing);
                return 1;
            }

            await using var services = places.Services(parse);
            var outside = modules.Of(parse);
            var findings = await Examination.RunAsync(parse, places, outside, parse.GetValue(backups)?.FullName, UsualKeysDays, parse.GetValue(certificate)?.FullName);
            await output.WriteLineAsync("looked at the instance");
            if (await FactsAsync(services, findings, outside, parse.GetValue(locales)?.FullName ?? Path.GetFullPath("locales"), parse.GetValue(bill)?.FullName) is not { } facts)
            {
                await error.WriteLineAsync("No pack is live, or this build does not read it; see egov doctor.");
                return 1;
            }

            await WriteAsync(facts, parse.GetValue(folder)!.FullName, output, cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task<DossierFacts?> FactsAsync(IServiceProvider services, IReadOnlyList<Finding> findings, IReadOnlyList<PlatformModule> outside, string locales, string? bill)
    {
        var store = ActivatorUtilities.CreateInstance<PackReleaseStore>(services);
        return await store.ActiveAsync() is { } release && PackCheck.Load(await store.FilesAsync(release), production: false, outside).Pack is { } pack
            ? new(
                services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().Now(), release, pack, BuiltModules.With(outside), findings,
                Directory.Exists(locales) ? TextGate.Of(pack, locales) : null,
                bill is null ? null : BillOfMaterials.Read(bill))
            : null;
    }

    private static async Task WriteAsync(DossierFacts facts, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        IReadOnlyList<Section> sections = [.. await StateSections.OfAsync(facts), .. await PeopleSections.OfAsync(facts), await ProtectionSection.OfAsync(facts), .. await QuestionnaireSections.OfAsync(facts)];
        var all = sections.SelectMany(s => s.Statements).ToList();
        var intro = $"Written at {facts.At}. {all.Count(s => s.Known)} statements with evidence, {all.Count(s => !s.Known)} that are not known yet, each with how to find out. It promises no rank and replaces nobody's judgement.";
        Directory.CreateDirectory(folder);
        var page = Path.Combine(folder, "dossier.html");
        await File.WriteAllTextAsync(page, DossierPage.Write($"{facts.Pack.Brand.Name.Source}: hand-over dossier", intro, sections), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "dossier.json"), JsonSerializer.Serialize(new { facts.At, Sections = sections }, Json) + "\n", cancellationToken);
        await output.WriteLineAsync($"{page}: {sections.Count} chapters, {intro}");
        await PrintAsync(page, Path.Combine(folder, "dossier.pdf"), output, cancellationToken);
    }

    private static async Task PrintAsync(string page, string pdf, TextWriter output, CancellationToken cancellationToken)
    {
        var printer = new PdfPrinter(Options.Create(new DocumentsOptions { PrintSeconds = PrintSeconds }));
        if (!printer.IsInstalled)
        {
            await output.WriteLineAsync("No PDF: Chromium is not here (apt-get install chromium-headless-shell), or print the page from a browser.");
            return;
        }

        var work = Directory.CreateTempSubdirectory("egov-dossier-");
        try
        {
            File.Copy(page, Path.Combine(work.FullName, "dossier.html"));
            File.Move(await printer.PrintAsync(work.FullName, "dossier.html", cancellationToken), pdf, overwrite: true);
            await output.WriteLineAsync(pdf);
        }
        catch (PrintingException failure)
        {
            await output.WriteLineAsync($"No PDF: {failure.Message} Print the page from a browser.");
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
