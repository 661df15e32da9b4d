using System.Text.Json.Nodes;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.Xgov;

/// <summary>
/// The way through the pages: from one page the first link whose condition holds is taken, else the one without a condition. A page is asked where
/// some way leads to it; what is always so, because ways part and meet again, is no condition.
/// </summary>
internal sealed class XgovRoute
{
    private readonly Dictionary<string, JsonObject> pages;
    private readonly XgovConditions conditions;
    private readonly Carrying carrying;
    private readonly Dictionary<string, Ways> ways = new(StringComparer.Ordinal);
    private readonly List<JsonObject> order = [];

    public XgovRoute(JsonObject json, XgovConditions conditions, Carrying carrying)
    {
        (this.conditions, this.carrying) = (conditions, carrying);
        pages = json.List("pages").Where(p => p.Text("path") is not null).DistinctBy(p => p.Text("path")).ToDictionary(p => p.Text("path")!, StringComparer.Ordinal);
        var start = json.Text("startPage") is { } named && pages.ContainsKey(named) ? named : pages.Keys.FirstOrDefault();
        if (start is not null)
        {
            Sort(start, [], []);
            Walk(start);
        }
    }

    /// <summary>The pages that can be reached, each before those it leads to.</summary>
    public IReadOnlyList<JsonObject> InOrder => order;

    /// <summary>The pages to which nothing leads.</summary>
    public IEnumerable<JsonObject> Unreached => pages.Values.Except(order);

    /// <summary>On what a page hangs; empty where every way leads to it.</summary>
    public IEnumerable<ConditionDraft> To(string path)
    {
        var to = ways[path];
        if (to.IsAlways)
        {
            yield break;
        }

        var term = Term.Or([.. to.Several.Select(w => Term.And([.. w.Select(c => c.Holds ? Told(c.Name) : new Not(Told(c.Name)))])!)]);
        foreach (var name in to.Several.SelectMany(w => w).Select(c => c.Name).Distinct())
        {
            yield return new(conditions.Use(name, carrying).Found, term);
        }
    }

    private Term Told(string name) => conditions.Use(name, carrying).Term!;

    // Later pages first, so that turned round every page stands before those it leads to; a link back is told once.
    private void Sort(string path, HashSet<string> open, HashSet<string> done)
    {
        if (!open.Add(path))
        {
            return;
        }

        foreach (var link in Links(path).Reverse())
        {
            if (open.Contains(link.To) && !done.Contains(link.To))
            {
                carrying.Note(path, $"the way back to {link.To}: a form goes forward only");
            }

            Sort(link.To, open, done);
        }

        done.Add(path);
        order.Insert(0, pages[path]);
    }

    private void Walk(string start)
    {
        ways[start] = Ways.Always;
        foreach (var path in order.Select(p => p.Text("path")!))
        {
            var from = ways.GetValueOrDefault(path, Ways.Never);
            foreach (var (to, condition) in Links(path).Where(l => order.IndexOf(pages[l.To]) > order.IndexOf(pages[path])))
            {
                ways[to] = ways.GetValueOrDefault(to, Ways.Never).Or(condition is null ? from : from.And(condition, holds: true));
                from = condition is null ? Ways.Never : from.And(condition, holds: false);
            }
        }
    }

    // What cannot be understood parts no ways: both are asked, and the condition is told as lost. The link without a condition comes last, as the runner has it.
    private IEnumerable<(string To, string? Condition)> Links(string path) =>
        pages[path].List("next").Where(l => l.Text("path") is { } to && pages.ContainsKey(to)).OrderBy(l => l.Text("condition") is null)
            .Select(l => (l.Text("path")!, l.Text("condition") is { } name && conditions.Use(name, carrying).Term is not null ? name : null));
}
