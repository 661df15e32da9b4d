using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Api;

/// <summary>A case that waits in a queue.</summary>
/// <param name="StateDueOn">Until when its present state should be left.</param>
public sealed record WaitingAnswer(CaseAnswer Case, Guid? Assignee, DateOnly? StateDueOn);

/// <summary>A page of a queue, what is due first on top.</summary>
/// <param name="Next">Names the page after this one, as <c>?after=</c>; null where none is.</param>
public sealed record QueueAnswer(IReadOnlyList<WaitingAnswer> Cases, string? Next);

/// <summary>The desk's queues, by the same <see cref="DeskStore"/> as its pages.</summary>
internal static class QueueApi
{
    private const string All = "all";
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder group) => group.MapGet("/queues/{queue}", ListAsync).Produces<QueueAnswer>();

    /// <param name="queue">One of the pack's, or <c>all</c>.</param>
    private static async Task<IResult> ListAsync(string queue, string? after, DeskStore desk, ActivePack pack, Viewer viewer, CancellationToken cancellationToken)
    {
        if (queue != All && !WorkflowSection.QueuesOf(pack.Current.Pack).Contains(queue))
        {
            return Results.NotFound();
        }

        var rows = await desk.ListAsync(CaseAccess.Official.Of(viewer), new(Queue: queue == All ? null : queue), PageSize + 1, DeskPlace.Parse(after), cancellationToken);
        return Results.Ok(new QueueAnswer(
            [.. rows.Take(PageSize).Select(c => new WaitingAnswer(CasesApi.Answer(c, c.Version), c.AssigneeId, c.StateDueOn))],
            rows.Count > PageSize ? $"{DeskPlace.Of(rows[PageSize - 1])}" : null));
    }
}
