using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;

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
            await LineAsync(t["Mine"], "/desk/queues/all?who=me", new(Assignee: Viewer.PersonId), isLate: false, cancellationToken),
        ];
        var lines = new List<CountLine>();
        foreach (var queue in Queues)
        {
            var late = await desk.CountAsync(Access, new(Queue: queue, Due: DeskDue.Late), cancellationToken);
            lines.Add(await LineAsync(words.Queue(queue), $"/desk/queues/{queue}", new(Queue: queue), late > 0, cancellationToken) with { Late = Number(late) });
        }

        QueueLines = lines;
    }

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
