using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Pages.Desk;

/// <summary>The cases of a queue, what is due first on top.</summary>
public sealed class QueueModel(DeskStore desk, DeskTable table, DeskWords words, IStringLocalizer t) : DeskPage
{
    private const int PageSize = 50;

    public DeskChoice Choice { get; private set; } = null!;

    public CaseList List { get; private set; } = null!;

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public string Title => (Choice.Due, Choice.Who, Choice.Queue) switch
    {
        (_, _, not DeskChoice.All) => words.Queue(Choice.Queue),
        ("late", null, _) => t["Late"],
        ("today", null, _) => t["Due today"],
        (null, "me", _) => t["Mine"],
        (null, "colleagues", _) => t["With colleagues"],
        _ => t["All queues"],
    };

    public IEnumerable<SelectListItem> Services => Choices(
        t["All services"], Choice.Service, Pack.Services.All.Where(s => StatesOf(s.Section<WorkflowSection>()).Any()).Select(s => (s.Id, t.Pack(s.Title).Value)));

    public IEnumerable<SelectListItem> States => Choices(
        t["All states"], Choice.State, Workflows.SelectMany(StatesOf).DistinctBy(s => s.Id).Select(s => (s.Id, t.Pack(s.Title).Value)));

    public IEnumerable<SelectListItem> Dues =>
        Choices(t["At any time"], Choice.Due, [("late", t["Late"].Value), ("today", t["Due today"].Value), ("week", t["Due within a week"].Value)]);

    public IEnumerable<SelectListItem> Holders =>
        Choices(t["Anybody"], Choice.Who, [("me", t["Me"].Value), ("nobody", t["Nobody yet"].Value), ("colleagues", t["A colleague"].Value)]);

    /// <summary>Areas from the largest down: the one chosen with those above it, and those directly below.</summary>
    public IEnumerable<SelectListItem> Areas
    {
        get
        {
            var chosen = Choice.Area is { } code ? Pack.Areas.Find(code) : null;
            var shown = chosen is null ? Pack.Areas.Roots : [.. chosen.Upwards().Reverse(), .. chosen.Children];
            return Choices(t["All areas"], Choice.Area, shown.Select(a => (a.Code, Pack.Areas.Label(a, Language))));
        }
    }

    public async Task<IActionResult> OnGetAsync(string queue, string? after, CancellationToken cancellationToken)
    {
        if (queue != DeskChoice.All && !Queues.Contains(queue))
        {
            return NotFound();
        }

        Choice = DeskChoice.Of(queue, Request.Query);
        var rows = await desk.ListAsync(Access, Choice.Filter(Pack), PageSize + 1, DeskPlace.Parse(after), cancellationToken);
        List = new(await table.OfAsync([.. rows.Take(PageSize)], Language, cancellationToken), Choice.Query);
        Next = rows.Count > PageSize ? QueryHelpers.AddQueryString(In(Choice.Path), "after", $"{DeskPlace.Of(rows[PageSize - 1])}") : null;
        First = after is null ? null : In(Choice.Path);
        return Page();
    }

    private IEnumerable<WorkflowState> StatesOf(WorkflowSection? workflow) =>
        workflow?.States.Where(s => s.Queue is not null && (Choice.Queue == DeskChoice.All || s.Queue == Choice.Queue)) ?? [];

    private static IEnumerable<SelectListItem> Choices(string all, string? chosen, IEnumerable<(string Value, string Text)> items) =>
        items.Select(i => new SelectListItem(i.Text, i.Value, i.Value == chosen)).Prepend(new(all, ""));
}

/// <summary>Cases in a table.</summary>
/// <param name="Query">Behind the address of each: what they were chosen by.</param>
public sealed record CaseList(IReadOnlyList<DeskLine> Lines, string Query = "");
