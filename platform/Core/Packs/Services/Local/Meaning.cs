using System.Text;

namespace Platform.Core.Packs;

/// <summary>Compares values by what they mean: neither line breaks and spaces nor the order of keys say anything.</summary>
internal static class Meaning
{
    public static bool IsSame(PackNode? a, PackNode? b)
    {
        if (NodeParts.Alike(a, b))
        {
            var (left, right) = (NodeParts.Of(a)!, NodeParts.Of(b)!);
            return left.Count == right.Count && left.All(p => right.TryGetValue(p.Key, out var other) && IsSame(p.Value, other))
                && (a is PackMap || left.Keys.SequenceEqual(right.Keys));
        }

        return (a, b) switch
        {
            (null, null) => true,
            (PackScalar x, PackScalar y) => Of(x.Value) == Of(y.Value),
            (PackList x, PackList y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(i => IsSame(i.First, i.Second)),
            (PackWhole x, PackWhole y) => Of(x.Text ?? "") == Of(y.Text ?? ""),
            _ => false,
        };
    }

    /// <summary>The words with one space between them; what an expression has between quotes stays as it is.</summary>
    public static string Of(string text)
    {
        // An apostrophe's or an inch's lonely quote opens nothing.
        var hasQuotes = text.Count(c => c == '"') % 2 == 0;
        var (meaning, quoted, space) = (new StringBuilder(), false, false);
        foreach (var c in text.Trim())
        {
            if (!quoted && char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            quoted ^= hasQuotes && c == '"';
            meaning.Append(space ? " " : "").Append(c);
            space = false;
        }

        return meaning.ToString();
    }
}
