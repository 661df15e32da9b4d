using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Platform.Core.Packs;

/// <summary>All areas of a pack: look-up by code, children of a place, labels that tell namesakes apart.</summary>
public sealed class AreaTree
{
    private readonly Dictionary<string, Area> byCode;
    private readonly ConcurrentDictionary<string, ILookup<(string Level, string Name), Area>> namesakes = new();

    internal AreaTree(IReadOnlyList<Area> areas)
    {
        All = areas;
        Roots = [.. areas.Where(a => a.Parent is null)];
        byCode = areas.ToDictionary(a => a.Code, StringComparer.Ordinal);
    }

    /// <summary>Every area in the order of the file.</summary>
    public IReadOnlyList<Area> All { get; }

    /// <summary>The areas without a larger one.</summary>
    public IReadOnlyList<Area> Roots { get; }

    /// <summary>The area of a code, or null.</summary>
    public Area? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Finds the area of a code.</summary>
    public bool TryFind(string code, [MaybeNullWhen(false)] out Area area) => byCode.TryGetValue(code, out area);

    /// <summary>The areas below a code, or the roots for null; empty for an unknown code.</summary>
    public IReadOnlyList<Area> Children(string? code) => code is null ? Roots : Find(code)?.Children ?? [];

    /// <summary>All areas of a level.</summary>
    public IEnumerable<Area> OfLevel(string level) => All.Where(a => a.Level == level);

    /// <summary>True when <paramref name="code"/> is <paramref name="within"/> or lies inside it.</summary>
    public bool IsWithin(string code, string within) => Find(code)?.Upwards().Any(a => a.Code == within) ?? false;

    /// <summary>
    /// The area's name; where others of its level bear the same name, with as many of the larger places in brackets as
    /// tell it apart, and with the code where even those are equal.
    /// </summary>
    public string Label(Area area, string language)
    {
        var name = area.Name(language);
        var twins = NamesakesIn(language)[(area.Level, name)].Where(a => a != area).ToList();
        if (twins.Count == 0)
        {
            return name;
        }
        var above = area.Upwards().Skip(1).Select(a => a.Name(language)).ToList();
        var enough = Enumerable.Range(1, above.Count).FirstOrDefault(n => !twins.Any(t => Above(t, language, n).SequenceEqual(above.Take(n))));
        return enough > 0 ? $"{name} ({string.Join(", ", above.Take(enough))})" : $"{name} ({string.Join(", ", above.Append(area.Code))})";
    }

    private ILookup<(string Level, string Name), Area> NamesakesIn(string language) =>
        namesakes.GetOrAdd(language, tag => All.ToLookup(a => (a.Level, a.Name(tag))));

    private static IEnumerable<string> Above(Area area, string language, int count) =>
        area.Upwards().Skip(1).Take(count).Select(a => a.Name(language));
}
