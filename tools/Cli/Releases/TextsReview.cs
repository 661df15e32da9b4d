using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Releases;

/// <summary>How far the texts of the interface have come in the languages of a pack.</summary>
internal sealed class TextsReview(string root, Pack pack)
{
    /// <summary>What is written in the code needs no translation.</summary>
    private const string Written = "en";

    /// <returns>How many are reviewed, for whoever makes the release.</returns>
    /// <exception cref="ReleaseBuildException">One is missing and that was not allowed.</exception>
    public string Demand(bool allowMissing)
    {
        var locales = Path.Combine(root, "locales");
        var templates = TextTemplate.Load(locales).ToList();
        var states = pack.Languages.Where(tag => tag != Written).Select(tag => (Tag: tag, States: templates.SelectMany(t => States(t, locales, tag)).ToList())).ToList();
        var missing = states.Find(l => l.States.Contains(TextState.Missing));
        return missing.Tag is null || allowMissing
            ? string.Join(", ", states.Select(l => $"{l.States.Count(s => s == TextState.Reviewed)} of {l.States.Count} texts reviewed in {l.Tag}").DefaultIfEmpty("no language but the source"))
            : throw new ReleaseBuildException($"{missing.States.Count(s => s == TextState.Missing)} texts of the interface are missing in {missing.Tag}. Run: egov texts update {missing.Tag}, and translate them; or leave them in the source language with --allow-missing-texts.");
    }

    private static IEnumerable<TextState> States(TextTemplate template, string locales, string tag)
    {
        var file = Path.Combine(locales, tag, $"{template.Name}.po");
        var written = File.Exists(file) ? PoFile.Load(file).Translations.ToDictionary(e => (e.Context, e.Id), e => e.State) : [];
        return template.File.Entries.Where(e => !e.IsHeader).Select(e => written.GetValueOrDefault((e.Context, e.Id)));
    }
}
