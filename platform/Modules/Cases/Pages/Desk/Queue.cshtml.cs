using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Routing;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Pages.Desk;

/// <summary>The cases of a queue, what is due first on top.</summary>
public sealed class QueueModel(DeskStore desk, DeskTable table, DeskWords words, IStringLocalizer t) : DeskPage
{
    private const string All = "all";
    private const int PageSize = 50;

    private string queue = All;

    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    /// <summary><c>late</c> or <c>today</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Due { get; set; }

    /// <summary><c>me</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    public IReadOnlyList<DeskLine> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public string Title => (Due, Who, queue) switch
    {
        ("late", _, _) => t["Late"],
        ("today", _, _) => t["Due today"],
        (_, "me", _) => t["Mine"],
        (_, _, All) => t["All queues"],
        _ => words.Queue(queue),
    };

    public IEnumerable<SelectListItem> Services => Choices(
        t["All services"], Service, Pack.Services.All.Where(s => StatesOf(s.Section<WorkflowSection>()).Any()).Select(s => (s.Id, t.Pack(s.Title).Value)));

    public IEnumerable<SelectListItem> States => Choices(
        t["All states"], State, Workflows.SelectMany(StatesOf).DistinctBy(s => s.Id).Select(s => (s.Id, t.Pack(s.Title).Value)));

    /// <summary>Areas from the largest down: the one chosen with those above it, and those directly below.</summary>
    public IEnumerable<SelectListItem> Areas
    {
        get
        {
            var chosen = Area is { Length: > 0 } code ? Pack.Areas.Find(code) : null;
            var shown = chosen is null ? Pack.Areas.Roots : [.. chosen.Upwards().Reverse(), .. chosen.Children];
            return Choices(t["All areas"], Area, shown.Select(a => (a.Code, Pack.Areas.Label(a, Language))));
        }
    }

    public async Task<IActionResult> OnGetAsync(string queue, string? after, CancellationToken cancellationToken)
    {
        if (queue != All && !Queues.Contains(queue))
        {
            return NotFound();
        }

        this.queue = queue;
        var rows = await desk.ListAsync(Access, Filter(), PageSize + 1, DeskPlace.Parse(after), cancellationToken);
        Lines = await table.OfAsync([.. rows.Take(PageSize)], Language, cancellationToken);
        Next = rows.Count > PageSize ? Here($"{DeskPlace.Of(rows[PageSize - 1])}") : null;
        First = after is null ? null : Here(null);
        return Page();
    }

    private DeskFilter Filter() => new(
        queue == All ? null : queue,
        Empty(State),
        Empty(Service),
        Area is { Length: > 0 } code && Pack.Areas.Find(code) is { } area ? RoutingSection.PathOf(area) : null,
        Who == "me" ? Viewer.PersonId : null,
        Due switch { "late" => DeskDue.Late, "today" => DeskDue.Today, _ => DeskDue.Any });

    private string Here(string? after) => QueryHelpers.AddQueryString(Request.Path, new Dictionary<string, string?>
    {
        ["service"] = Empty(Service),
        ["state"] = Empty(State),
        ["area"] = Empty(Area),
        ["due"] = Empty(Due),
        ["who"] = Empty(Who),
        ["after"] = after,
    }.Where(q => q.Value is not null));

    private IEnumerable<WorkflowState> StatesOf(WorkflowSection? workflow) =>
        workflow?.States.Where(s => s.Queue is not null && (queue == All || s.Queue == queue)) ?? [];

    private static IEnumerable<SelectListItem> Choices(string all, string? chosen, IEnumerable<(string Value, string Text)> items) =>
        items.Select(i => new SelectListItem(i.Text, i.Value, i.Value == chosen)).Prepend(new(all, ""));

    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
