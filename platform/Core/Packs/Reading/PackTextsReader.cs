using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Core.Packs;

/// <summary>Reads a pack's translations and formats, and reports texts that a language of the portal lacks.</summary>
internal sealed class PackTextsReader(PackProblems problems)
{
    private const int MostNamed = 20;

    public PackTexts Read(Pack pack) => new()
    {
        SourceLanguage = pack.SourceLanguage,
        Catalog = TextCatalog.From(pack.Locales.SelectMany(l => l.Value.Select(f => (l.Key, File: Po(f)))).Where(l => l.File is not null).Select(l => (l.Key, l.File!))),
        Formats = pack.Formats.Select(f => (f.Key, Value: Patterns(f.Value))).Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!, StringComparer.Ordinal),
        Zone = TimeZoneInfo.FindSystemTimeZoneById(pack.TimeZone.Id),
    };

    /// <summary>A warning for each text that a language lacks, or one for all where it lacks many; the page shows the source's wording meanwhile.</summary>
    public void ReportMissing(Pack pack)
    {
        foreach (var language in pack.Languages.Where(l => l != pack.SourceLanguage))
        {
            var missing = Missing(pack, language).Distinct().ToList();
            if (missing.Count > MostNamed)
            {
                problems.Warn(
                    Translations(pack, language),
                    "{0} texts have no wording in '{1}', the first is '{2}': translate them in locales/{1}.po. 'egov texts update {1} --pack PACK' adds to that file what it lacks, 'egov texts gate PACK' names each one.",
                    missing.Count, language, missing[0].Name);
            }
            else
            {
                missing.ForEach(text => problems.Warn(text.Source, "The text '{0}' has no wording in '{1}': translate it in locales/{1}.po.", text.Name, language));
            }
        }
    }

    private static IEnumerable<(PackSource Source, string Name)> Missing(Pack pack, string language)
    {
        bool IsMissing(PackSentence sentence) => pack.Texts.Get(language, sentence.Text).State == TextState.Missing;
        return pack.Sentences.Where(IsMissing).Select(s => (s.Source, s.Text.Address))
            .Concat(pack.TemplateSentences.Where(IsMissing).Select(s => (s.Source, s.Text.Source)));
    }

    // The file of the pack itself, whether it is there yet or not.
    private static PackSource Translations(Pack pack, string language) => new(pack.Name, $"locales/{language}.po", 1);

    private PoFile? Po(PackFile file)
    {
        try
        {
            var po = PoFile.Parse(file.Text, file.Path);
            Report(file, PoPlaceholders.Check(po, file.Path));
            return po;
        }
        catch (PoException e)
        {
            Report(file, e.Errors);
            return null;
        }
    }

    private FormatPatterns? Patterns(PackFile file)
    {
        try
        {
            return FormatPatterns.Parse(file.Text, file.Path);
        }
        catch (FormatPatternsException e)
        {
            Report(file, e.Problems);
            return null;
        }
    }

    private void Report(PackFile file, IEnumerable<TextProblem> found)
    {
        foreach (var problem in found)
        {
            problems.Add(file.Source with { Line = problem.Line }, "{0}", problem.Message);
        }
    }
}
