namespace Platform.Core.Packs;

/// <summary>Reads <c>synonyms.yaml</c>: by language, groups of words that mean the same.</summary>
internal static class SynonymsFile
{
    public static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Read(PackNode? node, PackProblems problems)
    {
        var synonyms = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>(StringComparer.Ordinal);
        foreach (var entry in (node as PackMap)?.Entries ?? [])
        {
            if (PackLanguage.Read(new(entry.Key, entry.Source), problems) is { } language)
            {
                synonyms[language] = Groups(entry.Value, problems);
            }
        }
        return synonyms;
    }

    private static List<IReadOnlyList<string>> Groups(PackNode node, PackProblems problems)
    {
        if (node is PackList list && list.Items.All(g => g is PackList words && words.Items.All(w => w is PackScalar)))
        {
            return [.. list.Items.Cast<PackList>().Select(g => g.Items.Cast<PackScalar>().Select(w => w.Value).ToList())];
        }
        problems.Add(node.Source, "Write groups of words that mean the same: '- [certificate, proof]'.");
        return [];
    }
}
