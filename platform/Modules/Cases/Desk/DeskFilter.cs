using Dapper;
using Platform.Core.Data;

namespace Platform.Modules.Cases.Desk;

/// <summary>How urgent the wanted cases are.</summary>
public enum DeskDue
{
    Any,
    Late,
    Today,
}

/// <summary>Which of the cases that wait for an official. What is null is not asked.</summary>
/// <param name="AreaPath">The area with everything below it, as <c>/18/1801/</c>.</param>
public sealed record DeskFilter(string? Queue = null, string? State = null, string? Service = null, string? AreaPath = null, Guid? Assignee = null, DeskDue Due = DeskDue.Any)
{
    /// <summary>The soonest of a case's deadlines, as that of a state is never later than the case's own unless the clock stands still; the order of every list.</summary>
    internal const string DueAt = "coalesce(state_due_at, due_at)";

    /// <param name="tomorrow">The first moment of the next local day.</param>
    internal string ToSql(DynamicParameters parameters, Instant now, Instant tomorrow)
    {
        parameters.AddDynamicParams(new { queue = Queue, wanted = State, service = Service, assignee = Assignee, now, tomorrow, areaFrom = AreaPath, areaTo = AreaPath is { } path ? path[..^1] + '0' : null });
        string[] conditions =
        [
            "queue is not null",
            Queue is null ? "" : "queue = @queue",
            State is null ? "" : "state = @wanted",
            Service is null ? "" : "service = @service",
            Assignee is null ? "" : "assignee_id = @assignee",
            // '0' follows '/': the first text that is no longer below the area's path.
            AreaPath is null ? "" : "area_path >= @areaFrom and area_path < @areaTo",
            // Where the clock stands still nobody is late.
            Due switch { DeskDue.Late => $"paused_at is null and {DueAt} <= @now", DeskDue.Today => $"paused_at is null and {DueAt} > @now and {DueAt} <= @tomorrow", _ => "" },
        ];
        return string.Join(" and ", conditions.Where(c => c.Length > 0));
    }
}
