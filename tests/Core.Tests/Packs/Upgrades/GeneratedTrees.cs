using System.Globalization;
using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs.Upgrades;

/// <summary>A base, and what two people made of it without knowing of each other; the same for the same seed.</summary>
internal sealed class GeneratedTrees(int seed)
{
    private static readonly PackSource Nowhere = new("x", "x.yaml", 1);
    private static readonly string[] Keys = ["alpha", "beta", "gamma", "delta", "label"];
    private static readonly string[] Columns = ["parent", "level", "name_en", "name_lo", "source"];
    private static readonly string[] Ids = ["one", "two", "three", "four"];
    private static readonly string[] Words = ["1", "3 working days", "true", "06", "a: b", "it's # not", "\"said\"", "two\nlines", "- dash", "x, y", "[z]", " spaced ", "{w}", "ລາວ"];
    private ulong state = (ulong)seed;

    /// <summary>A map of everything: words, lists, maps in maps, things with ids in things with ids.</summary>
    public PackMap Definition() => Map(3);

    /// <summary>Rows by code, with the same columns.</summary>
    public PackMap Rows() => new([.. Some(Ids).Select(id => Entry($"0{id.Length}{id[0]}", new PackMap([.. Some(Columns).Select(k => Entry(k, Cell()))], Nowhere)))], Nowhere);

    /// <summary>Translations by their text.</summary>
    public PackMap Translations() => new([.. Some(Keys).Select(k => Entry($"\"{k}\"", Translation()))], Nowhere);

    /// <summary>A few changes: words, lists, things gone, things added, other kinds of value in their place.</summary>
    /// <param name="another">Makes a value to be put where another stood.</param>
    public PackMap Changed(PackMap from, Func<GeneratedTrees, PackMap> another)
    {
        var changed = from;
        for (var times = Next(10); times > 0; times--)
        {
            changed = (PackMap)Change(changed, another(this));
        }

        return changed;
    }

    public bool Coin(int ofHundred) => Next(100) < ofHundred;

    // Knuth's linear congruence: any order will do, if it is the same each time.
    public int Next(int below)
    {
        state = (state * 6364136223846793005) + 1442695040888963407;
        return (int)((state >> 33) % (ulong)below);
    }

    private PackNode Change(PackNode node, PackNode another)
    {
        var parts = NodeParts.Of(node);
        var others = NodeParts.Of(another);
        if (parts is not { Count: > 0 } || others is null || !NodeParts.Alike(node, another))
        {
            return another;
        }

        var list = parts.ToList();
        var at = Next(list.Count);
        switch (Next(5))
        {
            case 0 when list.Count > 1 && list[at].Key != "id":
                list.RemoveAt(at);
                break;
            case 1:
                var added = others.ElementAt(Next(others.Count));
                if (!parts.ContainsKey(added.Key))
                {
                    list.Insert(Next(list.Count + 1), added);
                }

                break;
            default:
                if (list[at].Key != "id")
                {
                    var other = others.TryGetValue(list[at].Key, out var same) ? same : Coin(50) && list[at].Value is PackScalar ? Cell() : list[at].Value;
                    list[at] = new(list[at].Key, Change(list[at].Value, other));
                }

                break;
        }

        return NodeParts.With(node, list);
    }

    private PackMap Map(int depth) => new([.. Some(Keys).Select(k => Entry(k, Value(depth - 1)))], Nowhere);

    private PackNode Value(int depth) => Next(depth > 0 ? 7 : 4) switch
    {
        0 or 1 or 2 => Word(),
        3 => new PackList([.. Some(Words).Select(w => new PackScalar(w, Nowhere))], Nowhere),
        4 or 5 => new PackList([.. Some(Ids).Select(id => new PackMap([Entry("id", new PackScalar(id, Nowhere)), .. Map(depth - 1).Entries], Nowhere))], Nowhere),
        _ => Map(depth - 1),
    };

    private PackScalar Word() => new(Words[Next(Words.Length)], Nowhere, quoted: Coin(20));

    private PackScalar Cell() => new(Next(4) == 0 ? "a, \"b\"" : Next(9).ToString(CultureInfo.InvariantCulture), Nowhere);

    private PackList Translation() => new([new PackScalar(Coin(70) ? "translated" : "draft", Nowhere, quoted: true), new PackScalar(Words[Next(Words.Length)], Nowhere, quoted: true)], Nowhere);

    private static PackEntry Entry(string key, PackNode value) => new(key, Nowhere, value);

    private List<string> Some(string[] of) => [.. of.Where(_ => Coin(65)).DefaultIfEmpty(of[0])];
}
