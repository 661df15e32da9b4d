using Platform.Cli.Import.Keeping;
using Platform.Cli.Import.Mapping;
using Platform.Cli.Import.Sources;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Services;

/// <summary>Brings a catalogue into a pack: reads all rows, then writes what is new or has changed in the source and not here.</summary>
/// <param name="pack">The folder; made where it is missing and the mapping says what it is.</param>
/// <param name="overwrite">Take the source's also where people have changed it here.</param>
internal sealed class ServiceImport(ServiceMapping mapping, Source source, string pack, bool overwrite)
{
    private readonly ImportLedger ledger = new(pack, mapping.Name);

    /// <param name="progress">Told the count of rows read, then of services written, by the word that names what is counted.</param>
    /// <exception cref="ImportException">Something cannot be read; nothing is written.</exception>
    public ImportResult Run(Func<string, IProgress<int>> progress)
    {
        var home = PackHome.Of(pack, mapping);
        var organizations = MappedRows.Read(source.Table(mapping.Organizations.From), mapping.Organizations, "organization", ["name"], _ => null, progress("organizations read"));
        var known = organizations.Things.Select(o => o.Id).Concat(home.Organizations()).ToHashSet(StringComparer.Ordinal);
        var services = MappedRows.Read(
            source.Table(mapping.Services.From), mapping.Services, "service", ["organization", "title", "summary", "audience", "valid-from"],
            definition => definition.Word("organization") is { } id && !known.Contains(id) ? $"there is no organization '{id}'" : null, progress("services read"));
        return Write(home, organizations, services, progress("services written"));
    }

    private ImportResult Write(PackHome home, MappedRows organizations, MappedRows services, IProgress<int> progress)
    {
        var list = new ListFile(pack, "organizations.yaml");
        var translations = mapping.Languages.Skip(1).ToDictionary(l => l, l => new TranslationsFile(pack, l));
        var result = new ImportResult(organizations, services);
        home.Write();
        PutTexts(home.Wordings, translations, result);
        foreach (var organization in organizations.Things)
        {
            Keep(result.Organizations, $"organizations.yaml#{organization.Id}", list.Put(organization.Id, organization.Definition, ledger, overwrite), organization, translations, result);
        }

        foreach (var (number, service) in services.Things.Index())
        {
            Keep(result.Services, Path(service), PutFile(service), service, translations, result);
            progress.Report(number + 1);
        }

        result.Gone.AddRange(ledger.Keys.Where(k => k.StartsWith("services/", StringComparison.Ordinal)).Except(services.Things.Select(Path)).Where(k => File.Exists(InPack(k))));
        result.Files += (list.Save() ? 1 : 0) + translations.Values.Count(t => t.Save());
        ledger.Save();
        return result;
    }

    // The translations of something that stays as people have made it stay too: they are of its own wording.
    private void Keep(List<(string Key, Fate Fate)> fates, string key, Fate fate, MappedRow thing, Dictionary<string, TranslationsFile> translations, ImportResult result)
    {
        fates.Add((key, fate));
        if (fate.Writes() || fate == Fate.Same)
        {
            PutTexts(thing.Wordings, translations, result);
        }
    }

    private void PutTexts(IEnumerable<Wording> wordings, Dictionary<string, TranslationsFile> translations, ImportResult result)
    {
        foreach (var wording in wordings)
        {
            if (wording.Text is null)
            {
                result.Untranslated.Add(wording);
            }
            else
            {
                result.Texts.Add(($"locales/{wording.Language}.po#{wording.Address}", translations[wording.Language].Put(wording, ledger, overwrite)));
            }
        }
    }

    private Fate PutFile(MappedRow service)
    {
        var (path, text) = (Path(service), YamlWriter.Write(service.Definition));
        var fate = ledger.Decide(path, TextFile.Read(InPack(path)), text, overwrite);
        if (fate.Writes())
        {
            TextFile.Write(InPack(path), text);
        }

        return fate;
    }

    private static string Path(MappedRow service) => $"services/{service.Id}.yaml";

    private string InPack(string path) => System.IO.Path.Combine(pack, path);
}
