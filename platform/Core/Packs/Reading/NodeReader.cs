namespace Platform.Core.Packs;

/// <summary>
/// Reads a map strictly: every key that is asked for is known, all others are mistakes. A missing or malformed value is
/// reported with file, line and what to write instead, and a harmless value is returned so that reading goes on.
/// </summary>
public sealed partial class NodeReader
{
    private readonly PackMap map;
    private readonly PackReading reading;
    private readonly List<string> asked = [];
    private readonly List<(IReadOnlyList<string> Keys, PackSource At, string Format, object[] Arguments)> missing = [];

    private NodeReader(PackMap map, string address, PackReading reading) =>
        (this.map, Address, this.reading) = (map, address, reading);

    /// <summary>Prefix of the addresses of this map's texts.</summary>
    public string Address { get; }

    /// <summary>Where the map begins.</summary>
    public PackSource Source => map.Source;

    /// <summary>Collects mistakes that the reader itself cannot see.</summary>
    public PackProblems Problems => reading.Problems;

    /// <summary>Reads a map that stands outside the pack's own files, such as <c>demo.yaml</c>; null when it is not a map.</summary>
    /// <param name="address">Prefix of its texts, ending with <c>#</c>.</param>
    public static T? Read<T>(PackNode node, string address, PackProblems problems, Func<NodeReader, T> read) where T : class =>
        Read(node, address, new PackReading(production: false, problems), read);

    internal static T? Read<T>(PackNode node, string address, PackReading reading, Func<NodeReader, T> read) where T : class =>
        Read(node, address, reading, anyKey: false, read);

    internal static T? Read<T>(PackNode node, string address, PackReading reading, bool anyKey, Func<NodeReader, T> read) where T : class
    {
        if (node is not PackMap map)
        {
            reading.Problems.Add(node.Source, "Write keys and values here, as in 'key: value'.");
            return null;
        }
        var reader = new NodeReader(map, address, reading);
        var result = read(reader);
        reader.ReportKeys(onlyMistyped: anyKey);
        return result;
    }

    internal static IReadOnlyList<T> ReadList<T>(PackNode node, string address, PackReading reading, Func<NodeReader, T> read) where T : class =>
        ReadList(node, reading, (item, place) => TextAddress.Item(address, item, place), read);

    internal static IReadOnlyList<T> ReadList<T>(PackNode node, PackReading reading, Func<PackNode, int, string> address, Func<NodeReader, T> read) where T : class
    {
        if (node is not PackList list)
        {
            reading.Problems.Add(node.Source, "Write a list here: each item on its own line, beginning with '- '.");
            return [];
        }
        return [.. WithoutTwins(list, reading.Problems).Select((item, i) => Read(item, address(item, i + 1), reading, read)).OfType<T>()];
    }

    internal static IReadOnlyList<T> ReadEntries<T>(PackNode node, string address, PackReading reading, Func<string, NodeReader, T> read) where T : class
    {
        if (node is not PackMap map)
        {
            reading.Problems.Add(node.Source, "Write names here, each with its definition below it.");
            return [];
        }
        return [.. map.Entries.Select(e => Read(e.Value, TextAddress.Key(address, e.Key), reading, r => read(e.Key, r))).OfType<T>()];
    }

    /// <summary>The keys asked for so far.</summary>
    internal IReadOnlyCollection<string> Asked => asked;

    /// <summary>True when the key is there, even if empty.</summary>
    public bool Has(string key) => Node(key) is not null;

    /// <summary>The value of an optional key as it stands; the caller reads it further.</summary>
    public PackNode? Node(string key)
    {
        asked.Add(key);
        return map[key] is PackScalar { IsEmpty: true } ? null : map[key];
    }

    /// <summary>The value of a key under the name it was most likely meant to have; that the name is wrong is reported with the map's other keys.</summary>
    /// <param name="others">The other keys of this map: one of them is never meant.</param>
    internal PackNode? NodeOrMistyped(string key, IReadOnlyCollection<string> others) =>
        Node(key) ?? map.Entries.Where(e => !others.Contains(e.Key) && Nearest.Of(e.Key, others) == key).Select(e => e.Value).FirstOrDefault();

    /// <summary>Reports that none of these keys is there, unless one turns out to be mistyped: then that is the mistake.</summary>
    /// <param name="format">What to write, with <c>{0}</c> for arguments.</param>
    public void Missing(IReadOnlyList<string> keys, string format, params object[] arguments) => missing.Add((keys, At(keys[0]), format, arguments));

    /// <summary>Where a key's value stands, or the map itself when the key is absent.</summary>
    public PackSource At(string key) => map[key]?.Source ?? map.Source;

    /// <summary>A nested map, or null when absent.</summary>
    public T? Map<T>(string key, Func<NodeReader, T> read) where T : class =>
        Node(key) is { } node ? Read(node, TextAddress.Key(Address, key), reading, read) : null;

    /// <summary>A list of maps; empty when absent. Two items with one id are a mistake.</summary>
    public IReadOnlyList<T> List<T>(string key, Func<NodeReader, T> read) where T : class =>
        Node(key) is { } node ? ReadList(node, TextAddress.Key(Address, key), reading, read) : [];

    /// <summary>One item of a list that holds things of several kinds, read as a map.</summary>
    public T? Item<T>(string key, PackNode item, Func<NodeReader, T> read) where T : class =>
        Read(item, TextAddress.Item(TextAddress.Key(Address, key), item, 1), reading, read);

    /// <summary>A map of names to maps, in the order of the file; empty when absent.</summary>
    public IReadOnlyList<T> Entries<T>(string key, Func<string, NodeReader, T> read) where T : class =>
        Node(key) is { } node ? ReadEntries(node, TextAddress.Key(Address, key), reading, read) : [];

    private static IEnumerable<PackNode> WithoutTwins(PackList list, PackProblems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (TextAddress.IdOf(item) is { } id && !seen.Add(id))
            {
                problems.Add(item.Source, "The id '{0}' stands twice in this list: give one of the two another id.", id);
            }
            else
            {
                yield return item;
            }
        }
    }

    // A key that is missing because it is mistyped is one mistake: the one that names the mistyped key.
    private void ReportKeys(bool onlyMistyped)
    {
        var unknown = map.Entries.Where(e => !asked.Contains(e.Key)).Select(e => (Entry: e, Meant: Meant(e.Key))).ToList();
        foreach (var (_, at, format, arguments) in missing.Where(m => !unknown.Exists(u => m.Keys.Contains(u.Meant))))
        {
            Problems.Add(at, format, arguments);
        }
        foreach (var (entry, meant) in unknown.Where(u => u.Meant is not null || !onlyMistyped))
        {
            if (meant is not null)
            {
                Problems.Add(entry.Source, "The key '{0}' is not known here: did you mean '{1}'?", entry.Key, meant);
            }
            else
            {
                Problems.Add(entry.Source, "The key '{0}' is not known here: use one of {1}.", entry.Key, string.Join(", ", asked.Distinct().Order(StringComparer.Ordinal)));
            }
        }
    }

    private string? Meant(string key) => Nearest.Of(key, asked.Where(a => map[a] is null)) ?? Nearest.Of(key, asked);
}
