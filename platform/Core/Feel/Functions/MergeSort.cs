namespace Platform.Core.Feel.Functions;

/// <summary>Sorts stably by a question that an expression answers, and that may be answered without sense.</summary>
internal static class MergeSort
{
    /// <param name="precedes">Whether the first must stand before the second.</param>
    /// <returns>Null as soon as a question has no answer.</returns>
    public static IReadOnlyList<object?>? Sorted(IReadOnlyList<object?> items, Func<object?, object?, bool?> precedes)
    {
        if (items.Count < 2)
        {
            return items;
        }
        var middle = items.Count / 2;
        return Sorted([.. items.Take(middle)], precedes) is { } left && Sorted([.. items.Skip(middle)], precedes) is { } right
            ? Merged(left, right, precedes)
            : null;
    }

    private static List<object?>? Merged(IReadOnlyList<object?> left, IReadOnlyList<object?> right, Func<object?, object?, bool?> precedes)
    {
        List<object?> merged = new(left.Count + right.Count);
        for (int i = 0, j = 0; i < left.Count || j < right.Count;)
        {
            if (j == right.Count)
            {
                merged.Add(left[i++]);
            }
            else if (i == left.Count)
            {
                merged.Add(right[j++]);
            }
            else if (precedes(right[j], left[i]) is not { } later)
            {
                return null;
            }
            else
            {
                merged.Add(later ? right[j++] : left[i++]);
            }
        }
        return merged;
    }
}
