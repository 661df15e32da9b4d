using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Texts;

/// <summary>Writes one language's files anew, one for each template.</summary>
internal sealed class TextsUpdate(string locales, string language, bool similar)
{
    /// <exception cref="IOException">The tag is not one of BCP 47, or a file cannot be read or written.</exception>
    public void Write(TextWriter output)
    {
        Demand(language);
        Directory.CreateDirectory(Path.Combine(locales, language));
        foreach (var template in TextTemplate.Load(locales))
        {
            var path = Path.Combine(locales, language, $"{template.Name}.po");
            var updated = (File.Exists(path) ? PoFile.Load(path) : Begun()).To(template.File, similar);
            TextFile.Write(path, updated.ToString());
            output.WriteLine($"locales/{language}/{template.Name}.po: {ToDo(updated)}");
        }
    }

    /// <summary>What is left for the translator.</summary>
    public static string ToDo(PoFile file)
    {
        var begun = file.Entries.Count(e => e is { Obsolete: false, IsEmpty: false, IsBegun: true });
        var all = $"{file.Count().Untranslated + begun} to translate";
        return begun == 0 ? all : $"{all}, {begun} of them begun with the wording of a similar text: correct it and take its lines '#|' away";
    }

    // The plural rule is the language's: another file of the same language knows it.
    private PoFile Begun() =>
        new([Directory.GetFiles(Path.Combine(locales, language), "*.po").Order(StringComparer.Ordinal).Select(path => PoFile.Load(path).Entries[0]).FirstOrDefault(e => e.IsHeader) ?? Header("Platform", language)]);

    /// <exception cref="IOException">This is no tag of BCP 47.</exception>
    public static void Demand(string language)
    {
        if (!LanguageTag.IsValid(language))
        {
            throw new IOException($"'{language}' is not a language tag: write it as lo, mn-Mong or kjg.");
        }
    }

    /// <summary>With the plural rule of the language; translators correct it where it is not known.</summary>
    public static PoEntry Header(string project, string language) => new()
    {
        Id = "",
        Strings = [$"Project-Id-Version: {project}\nLanguage: {language}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nPlural-Forms: {PluralForms.Of(language)}\n"],
    };
}
