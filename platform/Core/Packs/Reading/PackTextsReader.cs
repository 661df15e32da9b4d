using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Core.Packs;

/// <summary>Reads a pack's translations and formats, and reports texts that a language of the portal lacks.</summary>
internal sealed class PackTextsReader(PackProblems problems)
{
    public PackTexts Read(Pack pack) => new()
    {
        SourceLanguage = pack.SourceLanguage,
        Catalog = TextCatalog.From(pack.Locales.SelectMany(l => l.Value.Select(f => (l.Key, File: Po(f)))).Where(l => l.File is not null).Select(l => (l.Key, l.File!))),
        Formats = pack.Formats.Select(f => (f.Key, Value: Patterns(f.Value))).Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!, StringComparer.Ordinal),
        Zone = TimeZoneInfo.FindSystemTimeZoneById(pack.TimeZone.Id),
    };

    /// <summary>One warning for each text and language; the page shows the source's wording meanwhile.</summary>
    public void ReportMissing(Pack pack)
    {
        foreach (var language in pack.Languages.Where(l => l != pack.SourceLanguage))
        {
            foreach (var sentence in pack.Sentences.Where(s => pack.Texts.Get(language, s.Text).State == TextState.Missing))
            {
                problems.Warn(sentence.Source, "The text '{0}' has no wording in '{1}': translate it in locales/{1}.po.", sentence.Text.Address, language);
            }

            foreach (var sentence in pack.TemplateSentences.Where(s => pack.Texts.Get(language, s.Text).State == TextState.Missing))
            {
                problems.Warn(sentence.Source, "The text '{0}' has no wording in '{1}': translate it in locales/{1}.po.", sentence.Text.Source, language);
            }
        }
    }

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
