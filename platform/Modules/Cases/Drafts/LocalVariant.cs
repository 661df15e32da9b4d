using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Cases.Drafts;

/// <summary>The local variant of a service that an application falls under, because its answers name a place inside the variant's area.</summary>
/// <param name="Area">The area that the variant is for.</param>
/// <param name="IsTaken">It may be sent in the way that this application is on. Offices take what is brought to them; the internet only where the variant says so.</param>
public sealed record LocalVariant(ServiceDefinition Service, Area Area, bool IsTaken)
{
    /// <returns>Null where the service is the same as in the whole country.</returns>
    /// <param name="channel">One of <see cref="Channels"/>.</param>
    public static LocalVariant? Of(OpenCase open, string channel)
    {
        ArgumentNullException.ThrowIfNull(open);
        var (service, pack) = (open.Definition.Service, open.Definition.Pack);
        return service.Area is { } code && pack.Areas.Find(code) is { } area
            ? new(service, area, !open.Case.IsDraft || channel is Channels.Counter or Channels.Paper || service.Channels.Contains(Channel.Online))
            : null;
    }
}
