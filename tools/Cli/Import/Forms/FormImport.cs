using Platform.Cli.Import.Forms.Writing;
using Platform.Cli.Import.Keeping;
using Platform.Cli.Import.Mapping;
using Platform.Cli.Packs;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Cli.Import.Forms;

/// <summary>Brings a form of another system into a service.</summary>
/// <param name="overwrite">Replace the form of a service that is there.</param>
internal sealed class FormImport(string source, string file, string? organization, bool overwrite, TimeProvider clock)
{
    /// <exception cref="ImportException">Something cannot be read or written; nothing is written then.</exception>
    public void Run(TextWriter output)
    {
        if (File.Exists(file) && !overwrite)
        {
            throw new ImportException($"{file} is there already; --overwrite replaces its form and leaves the rest.");
        }

        if (!PackId.IsSlug(Path.GetFileNameWithoutExtension(file)) || Path.GetExtension(file) != ".yaml")
        {
            throw new ImportException($"A service's file is named by its id: small letters, digits and '-', as library-card.yaml; '{Path.GetFileName(file)}' is not.");
        }

        var (format, form) = FormFiles.Read(source);
        var pack = PackOfService.Of(file);
        var language = pack.SourceLanguage ?? form.Language;
        var names = new FormNames(form, PackCheck.Facts.Keys.ToHashSet());
        names.Give();
        var writer = new FormSectionWriter(form, names, PackCheck.Facts, language);
        var section = writer.Write();
        if (section.Items.Count == 0)
        {
            throw new ImportException($"{Path.GetFileName(source)} asks nothing that could be carried.");
        }

        // All that can be refused is read before anything is written.
        var ledger = pack.Folder is null ? null : new ImportLedger(pack.Folder, $"form-{Path.GetFileNameWithoutExtension(file)}");
        var translations = Translate(form, writer.Texts, pack, language, ledger);
        Save(form, section, pack, language);
        translations.ForEach(t => t.Save());
        if (translations.Count > 0)
        {
            ledger!.Save();
        }

        Say(output, format, form, pack, section);
    }

    private void Save(FormDraft form, PackList section, PackOfService pack, string language)
    {
        var service = new ServiceFile(file, pack);
        if (File.Exists(file))
        {
            service.Replace(section);
        }
        else
        {
            service.Create(form, section, organization, language, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        }
    }

    private List<TranslationsFile> Translate(FormDraft form, IReadOnlyList<(string Address, FormText Text)> texts, PackOfService pack, string language, ImportLedger? ledger)
    {
        var (id, files) = (Path.GetFileNameWithoutExtension(file), new List<TranslationsFile>());
        foreach (var other in texts.SelectMany(t => t.Text.By.Keys).Distinct().Where(l => l.Length > 0 && l != language).Order(StringComparer.Ordinal))
        {
            var translated = texts.Where(t => t.Text.By.ContainsKey(other)).ToList();
            if (pack.HasMistakes)
            {
                throw new ImportException($"{pack.Folder} has mistakes, so that {translated.Count} texts in '{other}' would be left behind; nothing was written. Mend them first: egov check {pack.Folder}");
            }

            if (ledger is null || !pack.Languages.Contains(other))
            {
                form.Carrying.Note($"{translated.Count} texts in '{other}'", ledger is null ? "there is no pack whose translations they could join" : $"the pack has no such language: add {(LanguageTag.IsValid(other) ? $"'{other}'" : "its tag")} to 'languages' in pack.yaml, and import again");
                continue;
            }

            files.Add(new(pack.Folder!, other));
            translated.ForEach(t => files[^1].Put(new($"service/{id}#form.{t.Address}", other, t.Text.In(language), t.Text.By[other]), ledger, overwrite));
        }

        return files;
    }

    private void Say(TextWriter output, string format, FormDraft form, PackOfService pack, PackList section)
    {
        foreach (var loss in form.Carrying.Losses)
        {
            output.WriteLine(loss);
        }

        if (pack.Folder is not null)
        {
            var problems = PackCheck.Load(pack.Folder, production: false).Problems;
            problems.Where(p => p.File == $"services/{Path.GetFileName(file)}").ToList().ForEach(p => output.WriteLine($"{file}:{p.Line}: {p.Message}"));
            output.WriteLine($"{file}: whose service it is, its title, summary and workflow are a beginning: write what is right. Then: egov check {pack.Folder}");
        }

        output.WriteLine($"{format}: {Amount.Of(section.Items.Count, "page")}");
        output.WriteLine(form.Carrying.Summary);
    }
}
