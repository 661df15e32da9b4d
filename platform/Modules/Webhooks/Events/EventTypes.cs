namespace Platform.Modules.Webhooks.Events;

/// <summary>What endpoints can be told of: the <c>type</c> of CloudEvents. A name, once sent, keeps its meaning; data is added to, never taken from.</summary>
public static class EventTypes
{
    public const string Submitted = "egov.case.submitted";
    public const string Moved = "egov.case.moved";
    public const string Decided = "egov.case.decided";
    public const string Erased = "egov.case.erased";

    /// <summary>Sent by hand, to see whether it arrives.</summary>
    public const string Ping = "egov.ping";

    /// <summary>Those that an endpoint may ask for.</summary>
    public static readonly IReadOnlyList<string> All = [Submitted, Moved, Decided, Erased];
}
