using Platform.Cli.Packs;
using Platform.Core.Texts;
using Platform.Core.Texts.Po;
using Platform.Core.Texts.Xliff;

namespace Platform.Cli.Texts;

/// <summary>Gives texts to a translator's program and takes them back.</summary>
/// <param name="locales">The platform's folder of texts.</param>
/// <param name="pack">A pack's folder, whose texts are meant instead; null: the platform's.</param>
internal sealed class TextsExchange(string locales, string? pack, TextWriter output)
{
    private const string Source = "en";

    /// <exception cref="IOException">There is no such language, or a file cannot be read or written.</exception>
    public void Export(string language, string target)
    {
        TextsUpdate.Demand(language);
        var files = Files(language).Select(path => (Name: Name(path), File: PoFile.Load(path))).ToList();
        if (files.Count == 0)
        {
            throw new IOException($"There are no texts in '{language}' yet: 'egov texts update {language}' begins them.");
        }

        if (Path.GetExtension(target) is ".xlf" or ".xliff")
        {
            using var stream = File.Create(target);
            XliffWriter.Write(stream, pack is null ? Source : PackCheck.Load(pack, production: false).Pack?.SourceLanguage ?? Source, language, files);
        }
        else
        {
            files.ForEach(file => TextFile.Write(Path.Combine(target, $"{file.Name}.po"), file.File.ToString()));
        }

        output.WriteLine($"{target}: {Amount.Of(files.Sum(f => f.File.Entries.Count(e => e is { IsHeader: false, Obsolete: false })), "text")} of {Amount.Of(files.Count, "file")}");
    }

    /// <exception cref="PoException">The file cannot be used.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public void Import(string path, string? reviewer, TimeProvider clock)
    {
        var brought = Read(path, reviewer is null ? null : new(reviewer, DateOnly.FromDateTime(clock.GetLocalNow().DateTime)));
        TextsUpdate.Demand(brought.Language);
        foreach (var (name, file) in brought.Files)
        {
            var own = PathOf(brought.Language, name);
            var taken = File.Exists(own) ? PoFile.LoadWithFaults(own).Taking(file) : new PoTaken(file, []);
            TextFile.Write(own, taken.File.ToString());
            output.WriteLine($"{own}: {file.Translations.Count()} texts taken over, {taken.File.Count().Untranslated} to translate");
            foreach (var entry in taken.Unknown)
            {
                output.WriteLine($"  not taken, for there is no such text any more: {entry.Id}");
            }
        }
    }

    private static XliffDocument Read(string path, TextReview? review)
    {
        if (Path.GetExtension(path) != ".po")
        {
            using var stream = File.OpenRead(path);
            return new XliffReader(review).Read(stream, path);
        }

        var file = PoFile.Load(path);
        return file.Header.TryGetValue("Language", out var language) && language.Length > 0
            ? new(language, [(Path.GetFileNameWithoutExtension(path), file)])
            : throw new PoException(path, 1, "The header does not say the language: add a line \"Language: kjg\\n\".");
    }

    private IEnumerable<string> Files(string language)
    {
        var folder = Path.Combine(locales, language);
        return pack is null
            ? Directory.Exists(folder) ? Directory.GetFiles(folder, "*.po").Order(StringComparer.Ordinal) : []
            : new[] { PathOf(language, "") }.Where(File.Exists);
    }

    private string Name(string path) => pack is null ? Path.GetFileNameWithoutExtension(path) : Path.GetFileName(Path.TrimEndingDirectorySeparator(pack));

    // A name from outside must not lead outside.
    private string PathOf(string language, string name) =>
        pack is not null ? Path.Combine(pack, "locales", $"{language}.po")
        : File.Exists(Path.Combine(locales, $"{Path.GetFileName(name)}.pot")) ? Path.Combine(locales, language, $"{Path.GetFileName(name)}.po")
        : throw new IOException($"The platform has no texts called '{name}': a file is called as its template below locales, for example cases.po. For a pack's own texts say --pack and its folder.");
}
