using System.Text.RegularExpressions;

namespace Platform.Core.Packs;

/// <summary>Warns where a service seems to ask for ethnicity or religion and names no law that allows it.</summary>
internal static partial class SensitiveQuestions
{
    public static void Check(ServiceDefinition service, PackProblems problems)
    {
        foreach (var (category, word) in new[] { ("ethnicity", Ethnicity()), ("religion", Religion()) }.Where(c => service.PersonalData.All(p => p.Category != c.Item1)))
        {
            foreach (var question in Questions(service.Definition).Where(q => word.IsMatch(q.Word("id")!)))
            {
                problems.Warn(question.Source, "The question '{0}' asks for {1}: name the law that allows it under 'personal-data', or take the question out.", question.Word("id")!, category);
            }
        }
    }

    private static IEnumerable<PackMap> Questions(PackNode node) => node switch
    {
        PackMap map => map.Entries.SelectMany(e => Questions(e.Value)).Concat(map.Word("id") is not null && map.Word("type") is not null ? [map] : []),
        PackList list => list.Items.SelectMany(Questions),
        _ => [],
    };

    [GeneratedRegex("ethnic|tribe|(^|_)race($|_)|caste", RegexOptions.CultureInvariant)]
    private static partial Regex Ethnicity();

    [GeneratedRegex("religio|faith|creed", RegexOptions.CultureInvariant)]
    private static partial Regex Religion();
}
