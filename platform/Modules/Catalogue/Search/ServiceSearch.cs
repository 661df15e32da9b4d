using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Catalogue.Search;

/// <summary>
/// Finds services by words, in every language of the pack at once: with slips, without marks, in another script, by synonyms of the pack. What stands
/// in a title comes before what stands in keywords, summary and body. The index lives in memory and is made anew with each release.
/// </summary>
public sealed class ServiceSearch(ActivePack active, Texts texts)
{
    /// <summary>What is longer is cut: nobody types more, and machines shall not.</summary>
    public const int LongestQuery = 200;

    private readonly Lock building = new();
    private volatile SearchIndex? index;

    /// <param name="language">The tag of the page; what is found in it comes first.</param>
    public SearchAnswer Find(string query, string language)
    {
        ArgumentNullException.ThrowIfNull(query);
        var current = Current();
        return new Search(current, Cut(query), current.Languages.Index().FirstOrDefault(l => l.Item == language).Index).Run();
    }

    /// <summary>The query, or its beginning where it is too long: never half a character.</summary>
    public static string Cut(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Length <= LongestQuery ? query : query[..(char.IsHighSurrogate(query[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];
    }

    private SearchIndex Current()
    {
        var release = active.Current;
        if (index is { } known && known.Release == release.Number)
        {
            return known;
        }

        lock (building)
        {
            return index is { } made && made.Release == release.Number ? made : index = new SearchIndexBuilder(release.Pack, texts).Build(release.Number);
        }
    }
}
