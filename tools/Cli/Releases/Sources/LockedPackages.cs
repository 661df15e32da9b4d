using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Cli.Releases.Sources;

/// <summary>A <c>packages.lock.json</c> without projects that stay behind, and without what only these needed: as NuGet itself would write it for the rest.</summary>
internal sealed class LockedPackages
{
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> left;
    private readonly JsonNode file;
    private readonly List<JsonObject> targets;

    private LockedPackages(IEnumerable<string> left, string text)
    {
        this.left = left.ToHashSet(StringComparer.OrdinalIgnoreCase);
        file = JsonNode.Parse(text)!;
        targets = [.. file["dependencies"]!.AsObject().Select(target => target.Value!.AsObject())];
    }

    /// <param name="left">Names of the projects that stay behind.</param>
    /// <returns>Null if the file names none of them.</returns>
    public static string? Without(IEnumerable<string> left, string text)
    {
        var locked = new LockedPackages(left, text);
        return locked.targets.Exists(target => target.Any(entry => locked.left.Contains(entry.Key))) ? locked.Without() : null;
    }

    private string Without()
    {
        var needed = Needed();
        foreach (var target in targets)
        {
            Remove(target, name => !needed.Contains(name));
            target.Select(entry => entry.Value!["dependencies"]).OfType<JsonObject>().ToList().ForEach(needs => Remove(needs, left.Contains));
        }

        return file.ToJsonString(Plain) + "\n";
    }

    private HashSet<string> Needed()
    {
        var entries = targets.SelectMany(target => target).Where(entry => !left.Contains(entry.Key)).ToList();
        var needs = entries.ToLookup(e => e.Key, NeededBy, StringComparer.OrdinalIgnoreCase);
        var byProjects = entries.Where(IsProject).SelectMany(NeededBy).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var needed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // What the project names itself: packages, and projects that none of the others needs.
        var open = new Stack<string>(entries.Where(e => e.Value!["type"]!.ToString() == "Direct" || (IsProject(e) && !byProjects.Contains(e.Key))).Select(e => e.Key));
        while (open.TryPop(out var name))
        {
            if (!left.Contains(name) && needed.Add(name))
            {
                needs[name].SelectMany(each => each).ToList().ForEach(open.Push);
            }
        }

        return needed;
    }

    private static IEnumerable<string> NeededBy(KeyValuePair<string, JsonNode?> entry) => entry.Value!["dependencies"] is JsonObject needs ? needs.Select(need => need.Key) : [];

    private static bool IsProject(KeyValuePair<string, JsonNode?> entry) => entry.Value!["type"]!.ToString() == "Project";

    private static void Remove(JsonObject entries, Func<string, bool> gone) => entries.Select(entry => entry.Key).Where(gone).ToList().ForEach(name => entries.Remove(name));
}
