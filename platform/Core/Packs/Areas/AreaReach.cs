namespace Platform.Core.Packs;

/// <summary>The areas that hang together with the top of the tree.</summary>
internal sealed class AreaReach
{
    private readonly HashSet<Area> reached = [];

    public AreaReach(IEnumerable<Area> roots)
    {
        var waiting = new Queue<Area>(roots);
        while (waiting.TryDequeue(out var area))
        {
            if (reached.Add(area))
            {
                area.Children.ToList().ForEach(waiting.Enqueue);
            }
        }
    }

    public bool Contains(Area area) => reached.Contains(area);

    public static bool IsInCircle(Area area)
    {
        var seen = new HashSet<Area>();
        for (var above = area.Parent; above is not null && seen.Add(above); above = above.Parent)
        {
            if (above == area)
            {
                return true;
            }
        }
        return false;
    }
}
