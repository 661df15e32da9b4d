using Dapper;
using Platform.Core.Data;

namespace Platform.Modules.Cases.Desk;

/// <summary>How urgent the wanted cases are.</summary>
public enum DeskDue
{
    Any,
    Late,
    Today,

    /// <summary>Within seven days from today, and not late.</summary>
    Week,
}

/// <summary>In whose hands the wanted cases are, for the official who asks.</summary>
public enum DeskHolder
{
    Any,
    Me,
    Nobody,
    Colleague,
}

/// <summary>Which of the cases that wait for an official. What is null is not asked.</summary>
/// <param name="AreaPath">The area with everything below it, as <c>/18/1801/</c>.</param>
public sealed record DeskFilter(
    string? Queue = null, string? State = null, string? Service = null, string? AreaPath = null, DeskHolder Holder = DeskHolder.Any, DeskDue Due = DeskDue.Any)
{
    /// <summary>The soonest of a case's deadlines, as that of a state is never later than the case's own unless the clock stands still; the order of every list.</summary>
    internal const string DueAt = "coalesce(state_due_at, due_at)";

    private const int Days = 7;

    /// <param name="startIn">The first moment of the local day in so many days.</param>
    internal string ToSql(DynamicParameters parameters, Instant now, Func<int, Instant> startIn)
    {
        parameters.AddDynamicParams(new
        {
            queue = Queue,
            wanted = State,
            service = Service,
            now,
            tomorrow = startIn(1),
            week = startIn(Days + 1),
            areaFrom = AreaPath,
            // '0' follows '/': the first text that is no longer below the area's path.
            areaTo = AreaPath is { } path ? path[..^1] + '0' : null,
        });
        string[] conditions =
        [
            "queue is not null",
            Queue is null ? "" : "queue = @queue",
            State is null ? "" : "state = @wanted",
            Service is null ? "" : "service = @service",
            AreaPath is null ? "" : "area_path >= @areaFrom and area_path < @areaTo",
            // The official is a parameter of her access, with which every list is read.
            Holder switch { DeskHolder.Me => "assignee_id = @official", DeskHolder.Nobody => "assignee_id is null", DeskHolder.Colleague => "assignee_id <> @official", _ => "" },
            // Where the clock stands still nobody is late.
            Due switch
            {
                DeskDue.Late => $"paused_at is null and {DueAt} <= @now",
                DeskDue.Today => $"paused_at is null and {DueAt} > @now and {DueAt} <= @tomorrow",
                DeskDue.Week => $"paused_at is null and {DueAt} > @now and {DueAt} <= @week",
                _ => "",
            },
        ];
        return string.Join(" and ", conditions.Where(c => c.Length > 0));
    }
}
