using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Search;

/// <summary>What a query found.</summary>
/// <param name="Services">The best first.</param>
/// <param name="Meant">Other words that the query may be a slip of; null where it stands as it is.</param>
public sealed record SearchAnswer(IReadOnlyList<ServiceDefinition> Services, string? Meant)
{
    internal static readonly SearchAnswer Nothing = new([], null);
}

/// <summary>One search of one index.</summary>
internal sealed class Search(SearchIndex index, string query, int language)
{
    private const float LeastShare = 0.3f;
    private const float Exact = 30, Starts = 8, Holds = 5;
    private const int ShortestSkeleton = 3;

    private readonly IReadOnlyList<QueryPart> parts = [.. QueryPart.Split(query).SelectMany(p => Apart(index, p))];
    private readonly string folded = Unspaced.Bare(FoldedWords.Fold(query));

    public SearchAnswer Run()
    {
        if (parts.Count == 0)
        {
            return SearchAnswer.Nothing;
        }

        var found = parts.Select(p => PartScores.Of(index, p, language)).ToList();
        var scores = Together(WithSynonyms(found));
        AddOtherScripts(scores);
        AddTitles(scores);
        return new(Best(scores), Meant(found));
    }

    private static IEnumerable<QueryPart> Apart(SearchIndex index, QueryPart part) =>
        !part.IsRun && index.Vocabulary.Apart(part.Text) is var (first, second) ? [new(first, false), new(second, false)] : [part];

    private ServiceDefinition[] Best(float[] scores)
    {
        var order = new long[scores.Length - scores.AsSpan().Count(0f)];
        var found = 0;
        for (var s = 0; s < scores.Length; s++)
        {
            if (scores[s] > 0)
            {
                // The bits of positive numbers are in their order; among equals the smaller number of a service decides, and so its id.
                order[found++] = ((long)~BitConverter.SingleToInt32Bits(scores[s]) << 32) | (uint)s;
            }
        }

        Array.Sort(order);
        return Array.ConvertAll(order, key => index.Services[(int)(uint)key]);
    }

    // What all parts say together. One odd word does not hide what the others find; a service that only little of the query fits is left out.
    private float[] Together(List<PartScores> found)
    {
        var scores = new float[index.Services.Length];
        var known = found.Where(p => p.IsFound).ToList();
        if (known.Count == 0)
        {
            return scores;
        }

        // Of a word that nobody knows, nobody knows either how much it would tell.
        var unknown = (found.Count - known.Count) * known.Average(p => p.Rarity);
        var all = known.Sum(p => p.Rarity) + unknown;
        for (var s = 0; s < scores.Length; s++)
        {
            float sum = 0, matched = 0;
            foreach (var part in known)
            {
                if (part.ByService[s] > 0)
                {
                    (sum, matched) = (sum + (part.Rarity * part.ByService[s]), matched + part.Rarity);
                }
            }

            var share = matched / all;
            scores[s] = share < LeastShare ? 0 : sum / all * share;
        }

        return scores;
    }

    // A phrase counts as found where one of its synonyms is.
    private List<PartScores> WithSynonyms(List<PartScores> found)
    {
        var all = new List<PartScores>(found);
        for (var from = 0; from < parts.Count; from++)
        {
            var most = parts[from].IsRun || index.Synonyms.BeginWith(parts[from]) ? index.Synonyms.MostWords : 0;
            for (var count = 1; count <= most && from + count <= parts.Count; count++)
            {
                var phrase = parts.Skip(from).Take(count).ToList();
                var others = index.Synonyms.For(phrase).Concat(phrase is [{ IsRun: true } run] ? index.Synonyms.Inside(run) : []).ToList();
                if (others.Count > 0)
                {
                    Join(all, from, count, others);
                }
            }
        }

        return all;
    }

    private void Join(List<PartScores> all, int from, int count, List<IReadOnlyList<QueryPart>> others)
    {
        var synonyms = others.Select(phrase => Whole([.. phrase.Select(p => PartScores.Of(index, p, language))])).ToList();
        for (var i = from; i < from + count; i++)
        {
            var own = all[i];
            var joined = own.ByService.ToArray();
            foreach (var synonym in synonyms)
            {
                for (var s = 0; s < joined.Length; s++)
                {
                    joined[s] = Math.Max(joined[s], synonym[s] * Quality.Synonym);
                }
            }

            all[i] = new(joined, own.IsWritten);
        }
    }

    // A phrase is found only where all of it is.
    private static float[] Whole(PartScores[] phrase)
    {
        var whole = phrase[0].ByService.ToArray();
        foreach (var part in phrase.AsSpan(1))
        {
            for (var s = 0; s < whole.Length; s++)
            {
                whole[s] = whole[s] > 0 && part.ByService[s] > 0 ? whole[s] + part.ByService[s] : 0;
            }
        }

        for (var s = 0; s < whole.Length; s++)
        {
            whole[s] /= phrase.Length;
        }

        return whole;
    }

    private void AddOtherScripts(float[] scores)
    {
        var latin = Skeleton.IsLatin(folded);
        if (!(latin ? index.HasOtherScripts : index.HasLatin) || Skeleton.Of(string.Concat(parts.Select(p => p.Text))) is not { Length: >= ShortestSkeleton } bones)
        {
            return;
        }

        for (var s = 0; s < scores.Length; s++)
        {
            foreach (var title in index.Titles[s])
            {
                if (title.IsLatin != latin && title.Skeleton.Contains(bones, StringComparison.Ordinal))
                {
                    var share = (float)bones.Length / Math.Max(bones.Length, title.Skeleton.IndexOf(' ', StringComparison.Ordinal));
                    scores[s] = Math.Max(scores[s], 10 * Quality.OtherScript * (0.5f + (share / 2)));
                }
            }
        }
    }

    private void AddTitles(float[] scores)
    {
        var letters = FoldedTitle.LettersOf(folded);
        for (var s = 0; s < scores.Length; s++)
        {
            if (scores[s] == 0 || (index.Letters[s] & letters) != letters)
            {
                continue;
            }

            var closest = 0f;
            foreach (var title in index.Titles[s])
            {
                closest = Math.Max(closest, Closeness(title.Folded));
            }

            scores[s] += closest;
        }
    }

    private float Closeness(string title) =>
        title.Length == folded.Length && title == folded ? Exact
        : folded.Length > title.Length || !title.Contains(folded, StringComparison.Ordinal) ? 0
        : title.StartsWith(folded, StringComparison.Ordinal) ? Starts
        : folded.Length > 3 ? Holds
        : 0;

    // Where a word stands nowhere as it was typed, the likeliest of those it may be a slip of.
    private string? Meant(List<PartScores> found)
    {
        var corrected = parts.Select((part, i) => found[i].IsWritten || part.IsRun ? part.Text : Nearest(part.Text) ?? part.Text).ToList();
        var meant = string.Join(' ', corrected);
        return meant == string.Join(' ', parts.Select(p => p.Text)) ? null : meant;
    }

    private string? Nearest(string typed) => index.Vocabulary.Near(typed)
        .OrderBy(w => w.Slips).ThenByDescending(w => index.Words[w.Id].Sum(p => p.Weight)).ThenBy(w => index.Vocabulary.Words[w.Id], StringComparer.Ordinal)
        .Select(w => index.Spelling[w.Id]).FirstOrDefault();
}
