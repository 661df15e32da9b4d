using Platform.Core.Feel;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Routing;

/// <summary>Where a case goes.</summary>
/// <param name="AreaPath">As <c>/18/1801/</c>; empty where no area is named.</param>
/// <param name="HiddenFrom">The body that must not see it; null where any may.</param>
public sealed record Route(string Organization, string? Area, string AreaPath, string? HiddenFrom)
{
    /// <summary>Where a case has gone.</summary>
    public static Route Of(CaseRow found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new(found.Organization, found.Area, found.AreaPath, found.HiddenFrom);
    }
}

/// <summary>The section <c>routing</c>: which body and which area handle a case. See <c>templates/packs/SECTIONS.md</c>.</summary>
public sealed class RoutingSection : IPackSection<RoutingSection>, IServiceOffer
{
    private readonly Rule? organization;
    private readonly Rule? never;
    private readonly Rule? area;

    private RoutingSection(Rule? organization, Rule? never, Rule? area) => (this.organization, this.never, this.area) = (organization, never, area);

    /// <summary>The answers may bring a case to another body than the service's own.</summary>
    public bool MayLeaveItsBody => organization is not null || never is not null;

    public bool GoesByAnswers => organization is not null || area is not null;

    public static RoutingSection? Read(PackNode node, SectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scope = context.Section<FormSection>()?.Scope ?? new Dictionary<string, FeelType>();
        return context.Map(node, reader =>
        {
            Rule? Read(string key) => Rule.Compile(reader.Scalar(key), scope, FeelType.String, reader.Problems);
            return new RoutingSection(Read("organization"), Read("never"), Read("area"));
        });
    }

    /// <summary>
    /// What is different in a place applies to a case whose answers name that place. A service whose answers name none is there as everywhere,
    /// and its cases are in nobody's area.
    /// </summary>
    internal static void CheckVariant(SectionContext context)
    {
        var definition = context.Service.Definition;
        if (context.Service.Area is { } area && (definition["routing"] as PackMap)?["area"] is null)
        {
            var local = definition.Entries.Select(e => e.Source).FirstOrDefault(s => s.File.StartsWith("services/local/", StringComparison.Ordinal), definition.Source);
            context.Problems.Warn(local, "The service '{0}' is its own in '{1}', but no answer says where a case belongs: write which one does, as 'routing: {{area: village}}', or the variant is not found and nobody of that area has the case.", context.ServiceId, area);
        }
    }

    /// <summary>
    /// Where a case of this service goes. A case that would go to the body that must not see it goes to the one above that body; it never
    /// falls back to the body itself.
    /// </summary>
    public static Route Of(ServiceDefinition service, Pack pack, IReadOnlyDictionary<string, object?> values, FeelMoment moment)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(pack);
        var section = service.Section<RoutingSection>();
        var organization = section?.organization?.Value(values, moment) as string ?? service.Organization;
        var never = section?.never?.Value(values, moment) as string;
        if (never == organization)
        {
            organization = pack.Organizations.Find(organization)?.Parent
                ?? throw new Core.Modules.Forms.RuleException("This cannot be sent here: no other office can take it. Go to a counter.");
        }

        var place = PlaceOf(service, pack, values, moment);
        return new(organization, place?.Code, place is null ? "" : PathOf(place), never);
    }

    /// <summary>The area that the answers name, as far as they are given; null while they name none.</summary>
    public static Area? PlaceOf(ServiceDefinition service, Pack pack, IReadOnlyDictionary<string, object?> values, FeelMoment moment)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(pack);
        return service.Section<RoutingSection>()?.area?.Value(values, moment) is string code ? pack.Areas.Find(code) : null;
    }

    /// <summary>The area's path from the largest down, as scopes compare it.</summary>
    public static string PathOf(Area area) => $"/{string.Join('/', area.Upwards().Reverse().Select(a => a.Code))}/";
}
