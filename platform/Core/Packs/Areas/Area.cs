using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>A place in the administrative tree.</summary>
public sealed class Area
{
    private readonly List<Area> children = [];

    /// <summary>The code of the country's own register; unique in the pack.</summary>
    public required string Code { get; init; }

    /// <summary>The level's id from <c>area-levels</c>, for example <c>district</c>.</summary>
    public required string Level { get; init; }

    /// <summary>Names by language tag; at least one.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>ISO 3166-2 code, where there is one.</summary>
    public string? Iso { get; init; }

    /// <summary>Code of the area that took this one's place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>First day it exists; null when always.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day it exists; null when still.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The larger area, null at the top.</summary>
    public Area? Parent { get; private set; }

    /// <summary>The areas one level below, in the order of the file.</summary>
    public IReadOnlyList<Area> Children => children;

    /// <summary>Where the row stands.</summary>
    public required PackSource Source { get; init; }

    /// <summary>The name in a language, else in its shorter tag (<c>sr-Latn</c>, <c>sr</c>), else in the first language given.</summary>
    public string Name(string language)
    {
        foreach (var tag in LanguageTag.Chain(language))
        {
            if (Names.TryGetValue(tag, out var name))
            {
                return name;
            }
        }
        return Names.Values.First();
    }

    /// <summary>This area and all above it, the smallest first.</summary>
    public IEnumerable<Area> Upwards()
    {
        for (var area = this; area is not null; area = area.Parent)
        {
            yield return area;
        }
    }

    /// <summary>The codes from the largest area down to this one, as grants and rows hold them: <c>/18/1801/</c>.</summary>
    public string Path => $"/{string.Join('/', Upwards().Reverse().Select(a => a.Code))}/";

    /// <summary>True when the area exists on a day.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    internal void PutBelow(Area parent)
    {
        Parent = parent;
        parent.children.Add(this);
    }
}
