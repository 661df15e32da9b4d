using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Search;

/// <summary>A place where a word or a pair of characters occurs.</summary>
/// <param name="Weight">How much is meant by standing there: most in a short title, least in the body.</param>
internal readonly record struct Posting(ushort Service, byte Language, float Weight);

/// <summary>A title as it is compared with a whole query.</summary>
/// <param name="Folded">Without marks of tone.</param>
/// <param name="Skeleton">Of title and keywords; see <see cref="Search.Skeleton"/>.</param>
/// <param name="IsLatin">In which kind of script it is written.</param>
internal readonly record struct FoldedTitle(string Folded, string Skeleton, bool IsLatin)
{
    /// <summary>A bit for each character that occurs, several sharing one: a text without all bits of another does not hold it.</summary>
    public static ulong LettersOf(string text)
    {
        var letters = 0UL;
        foreach (var c in text)
        {
            letters |= 1UL << (c % 61);
        }

        return letters;
    }
}

/// <summary>All services of one release, ready to be searched: made once, never changed.</summary>
internal sealed class SearchIndex
{
    public required long Release { get; init; }

    /// <summary>In the order of their ids.</summary>
    public required ServiceDefinition[] Services { get; init; }

    /// <summary>Tags by their number in postings.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>By id of the word.</summary>
    public required Posting[][] Words { get; init; }

    /// <summary>By pair of characters of scripts without spaces.</summary>
    public required IReadOnlyDictionary<int, Posting[]> Pairs { get; init; }

    /// <summary>By service, then by language.</summary>
    public required FoldedTitle[][] Titles { get; init; }

    /// <summary>By service, those of its titles in all languages.</summary>
    public required ulong[] Letters { get; init; }

    public required bool HasLatin { get; init; }

    public required bool HasOtherScripts { get; init; }

    /// <summary>How the first text wrote a word, marks and all: by id of the word.</summary>
    public required string[] Spelling { get; init; }

    public required Synonyms Synonyms { get; init; }
}
