using Platform.Core.Modules.Forms;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Drafts;

/// <summary>A service can be applied for from its first day to its last. Of a paper the day counts on which it came.</summary>
internal static class OfferedNow
{
    /// <returns>Why it cannot be applied for on this day; null where it can.</returns>
    public static RuleException? Refusal(ServiceDefinition service, DateOnly day) =>
        service.HoldsOn(day) ? null
        : day < service.ValidFrom ? new RuleException("This service cannot be applied for yet: it begins on {0}.", service.ValidFrom)
        : new RuleException("This service can no longer be applied for: it ended on {0}.", service.ValidTo!.Value);

    /// <exception cref="RuleException">It cannot be applied for on this day.</exception>
    public static void Demand(ServiceDefinition service, DateOnly day)
    {
        if (Refusal(service, day) is { } refusal)
        {
            throw refusal;
        }
    }
}
