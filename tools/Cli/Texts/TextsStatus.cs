using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Texts;

/// <summary>How far each language's files have come, measured against the templates.</summary>
internal static class TextsStatus
{
    private static readonly (TextState State, string Name)[] Words =
        [(TextState.Reviewed, "reviewed"), (TextState.Translated, "translated"), (TextState.Draft, "drafts"), (TextState.Missing, "missing")];

    /// <param name="only">One language; null: all of them.</param>
    /// <exception cref="PoException">A file cannot be read.</exception>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static void Write(string locales, string? only, TextWriter output)
    {
        var templates = TextTemplate.Load(locales).ToList();
        foreach (var folder in LanguageFolders.Of(locales, only).Order(StringComparer.Ordinal))
        {
            var language = Path.GetFileName(folder);
            var files = templates.Select(t => (t.Name, States: States(t.File, Path.Combine(folder, $"{t.Name}.po")))).ToList();
            foreach (var (name, states) in files)
            {
                output.WriteLine($"{language}/{name}: {Count(states)}");
            }

            output.WriteLine($"{language}: {Count([.. files.SelectMany(f => f.States)])}");
        }
    }

    private static List<TextState> States(PoFile template, string path)
    {
        var written = File.Exists(path) ? PoFile.Load(path).Translations.ToDictionary(e => (e.Context, e.Id), e => e.State) : [];
        return [.. template.Entries.Where(e => !e.IsHeader).Select(e => written.GetValueOrDefault((e.Context, e.Id)))];
    }

    private static string Count(List<TextState> states) =>
        $"{Amount.Of(states.Count, "text")}, " + string.Join(", ", Words.Select(word => $"{states.Count(state => state == word.State)} {word.Name}"));
}
