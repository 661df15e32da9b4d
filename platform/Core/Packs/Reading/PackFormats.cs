using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>Demands formats of a pack in whose languages the system cannot write a date: it would be in English.</summary>
internal static class PackFormats
{
    private static readonly (string Key, Func<FormatPatterns, object?> Value)[] Needed =
    [
        ("name", f => f.Name), ("months", f => f.Months), ("days", f => f.Days), ("date", f => f.Date), ("long-date", f => f.LongDate),
        ("short-date", f => f.ShortDate), ("month", f => f.Month), ("time", f => f.Time),
    ];

    public static void Check(Pack pack, PackSource languages, PackProblems problems)
    {
        foreach (var language in pack.Languages.Where(l => !LanguageCulture.IsKnown(l)))
        {
            Check(language, pack, languages, problems);
        }
    }

    private static void Check(string language, Pack pack, PackSource languages, PackProblems problems)
    {
        var tag = LanguageTag.Chain(language).FirstOrDefault(pack.Formats.ContainsKey);
        if (tag is null)
        {
            problems.Add(languages, "The system cannot write dates in '{0}': write locales/{0}/formats.yaml with {1}.", language, string.Join(", ", Needed.Select(n => n.Key)));
        }
        else if (pack.Texts.Formats.GetValueOrDefault(tag) is { } formats && Needed.Where(n => n.Value(formats) is null).Select(n => n.Key).ToList() is { Count: > 0 } missing)
        {
            problems.Add(pack.Formats[tag].Source with { Line = 1 }, "The system cannot write dates in '{0}': write also {1}.", language, string.Join(", ", missing));
        }
    }
}
