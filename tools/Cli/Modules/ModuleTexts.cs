using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Modules;

/// <summary>Texts of a new module: its template for translators, and a file in each language that the repository has.</summary>
internal sealed class ModuleTexts(string root, string id)
{
    private readonly string locales = Path.Combine(root, "locales");

    /// <param name="wordings">Folder with <c>{tag}/sample.po</c>: what the template's texts are called in languages that are known.</param>
    /// <param name="renamed">Turns the template's words into the module's.</param>
    public void Write(string wordings, Func<string, string> renamed, TextWriter output)
    {
        var template = TextTemplate.Scan(root).Single(t => t.Name == id).File;
        File.WriteAllText(Path.Combine(locales, $"{id}.pot"), template.ToString());
        output.WriteLine($"locales/{id}.pot: {Amount.Of(template.Entries.Count - 1, "text")}");
        foreach (var folder in Directory.GetDirectories(locales).Where(d => LanguageTag.IsValid(Path.GetFileName(d))).Order(StringComparer.Ordinal))
        {
            var tag = Path.GetFileName(folder);
            var known = Path.Combine(wordings, tag, "sample.po");
            var file = (File.Exists(known) ? PoFile.Parse(renamed(File.ReadAllText(known)), known) : Begun(folder)).To(template);
            File.WriteAllText(Path.Combine(folder, $"{id}.po"), file.ToString());
            output.WriteLine($"locales/{tag}/{id}.po: {file.Count().Untranslated} to translate");
        }
    }

    // The plural rule is the language's: another file of the same language knows it.
    private static PoFile Begun(string folder) =>
        new([.. Directory.GetFiles(folder, "*.po").Order(StringComparer.Ordinal).Take(1).Select(path => PoFile.Load(path).Entries[0])]);
}
