using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Platform.Core.Packs;
using Platform.Modules.Cases.Routing;

namespace Platform.Modules.Cases.Desk;

/// <summary>
/// Which cases an official wants to see, as it stands in addresses: that of her list, and that of each case she opens from it, so that the next case
/// after a decision is one of the same list.
/// </summary>
/// <param name="Queue">One of the pack's, or <see cref="All"/>.</param>
/// <param name="Due">One of <see cref="Dues"/>.</param>
/// <param name="Who">One of <see cref="Holders"/>.</param>
public sealed record DeskChoice(string Queue, string? Service = null, string? State = null, string? Area = null, string? Due = null, string? Who = null)
{
    public const string All = "all";

    public static IReadOnlyDictionary<string, DeskDue> Dues { get; } = new Dictionary<string, DeskDue> { ["late"] = DeskDue.Late, ["today"] = DeskDue.Today, ["week"] = DeskDue.Week };

    public static IReadOnlyDictionary<string, DeskHolder> Holders { get; } =
        new Dictionary<string, DeskHolder> { ["me"] = DeskHolder.Me, ["nobody"] = DeskHolder.Nobody, ["colleagues"] = DeskHolder.Colleague };

    public bool IsNarrowed => Parts.Any();

    /// <summary>The page of the list, without a language.</summary>
    public string Path => $"/desk/queues/{Queue}{new QueryBuilder(Parts)}";

    /// <summary>Behind the address of a case that was opened from the list.</summary>
    public string Query => $"{new QueryBuilder(Parts.Prepend(new("queue", Queue)))}";

    private IEnumerable<KeyValuePair<string, string>> Parts =>
        from part in new[] { ("service", Service), ("state", State), ("area", Area), ("due", Due), ("who", Who) }
        where part.Item2 is not null
        select KeyValuePair.Create(part.Item1, part.Item2);

    /// <summary>What is unknown is not asked.</summary>
    public static DeskChoice Of(string queue, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string? Asked(string name) => (string?)query[name] is { Length: > 0 } value ? value : null;
        return new(
            queue, Asked("service"), Asked("state"), Asked("area"),
            Asked("due") is { } due && Dues.ContainsKey(due) ? due : null, Asked("who") is { } who && Holders.ContainsKey(who) ? who : null);
    }

    public DeskFilter Filter(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new(
            Queue == All ? null : Queue, State, Service, Area is { } code && pack.Areas.Find(code) is { } area ? RoutingSection.PathOf(area) : null,
            Who is null ? DeskHolder.Any : Holders[Who], Due is null ? DeskDue.Any : Dues[Due]);
    }
}
