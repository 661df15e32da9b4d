using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Routing;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Pages.Desk;

/// <summary>Where an official's day begins: what is late, what is due today, what is hers, and the queues.</summary>
public sealed class IndexModel(DeskStore desk, DeskWords words, IStringLocalizer t) : DeskPage
{
    public IReadOnlyList<CountLine> Attention { get; private set; } = [];

    public IReadOnlyList<CountLine> QueueLines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Attention =
        [
            await LineAsync(t["Late"], "/desk/queues/all?due=late", new(Due: DeskDue.Late), isLate: true, cancellationToken),
            await LineAsync(t["Due today"], "/desk/queues/all?due=today", new(Due: DeskDue.Today), isLate: false, cancellationToken),
            await LineAsync(t["Mine"], "/desk/queues/all?who=me", new(Holder: DeskHolder.Me), isLate: false, cancellationToken),
            await LineAsync(t["With colleagues"], "/desk/queues/all?who=colleagues", new(Holder: DeskHolder.Colleague), isLate: false, cancellationToken),
        ];
        var lines = new List<CountLine>();
        foreach (var queue in WorkflowSection.QueuesOf(Pack.Services.Everything.Where(Concerns)))
        {
            var late = await desk.CountAsync(Access, new(Queue: queue, Due: DeskDue.Late), cancellationToken);
            lines.Add(await LineAsync(words.Queue(queue), $"/desk/queues/{queue}", new(Queue: queue), late > 0, cancellationToken) with { Late = Number(late) });
        }

        QueueLines = lines;
    }

    // Which body is given a case by its answers is known when it comes: the queues of such services are everybody's.
    private bool Concerns(ServiceDefinition service) =>
        service.Section<RoutingSection>() is { MayLeaveItsBody: true } || Access.Scope.Parts.Any(p => p.Organization == Grant.AnyOrganization || p.Organization == service.Organization);

    private async Task<CountLine> LineAsync(string title, string path, DeskFilter filter, bool isLate, CancellationToken cancellationToken)
    {
        var count = await desk.CountAsync(Access, filter, cancellationToken);
        return new(title, path, Number(count), isLate && count > 0);
    }

    private string Number(long count) => count > DeskStore.MostCounted ? t["more than {0}", DeskStore.MostCounted] : t.Formats().Number(count);
}

/// <summary>A number of cases and the list behind it.</summary>
public sealed record CountLine(string Title, string Path, string Count, bool IsLate)
{
    public string Late { get; init; } = "";
}
