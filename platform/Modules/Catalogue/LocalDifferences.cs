using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Catalogue.Pages.Catalogue;

namespace Platform.Modules.Catalogue;

/// <summary>One thing in which a local variant is different.</summary>
/// <param name="What">The heading of the part that differs.</param>
/// <param name="Elsewhere">How it is in the rest of the country; null where that is more than a line.</param>
public sealed record LocalDifference(string What, string? Elsewhere);

/// <summary>Says in which parts of its page a local variant differs from the national service.</summary>
internal sealed class LocalDifferences(ServiceModel page, IStringLocalizer t)
{
    public IEnumerable<LocalDifference> Between(ServiceDefinition national, ServiceDefinition local)
    {
        (bool Differs, LocalizedString What, string? Elsewhere)[] parts =
        [
            (Costs(national) != Costs(local), t["What it costs"], national.Costs is null ? null : Costs(national)),
            (national.Deadline?.Within != local.Deadline?.Within, t["How long it takes"], national.Deadline is { } deadline ? page.Duration(deadline.Within) : null),
            (national.Organization != local.Organization, t["Who does it"], page.Pack.Organizations.Find(national.Organization) is { } body ? t.Pack(body.Name).Value : null),
            (Said(national.Eligibility) != Said(local.Eligibility), t["Who can apply"], null),
            (Said(national.WhatYouNeed.Select(n => n.Title)) != Said(local.WhatYouNeed.Select(n => n.Title)), t["What you need"], null),
            (Said(national.Steps.Select(s => s.Title)) != Said(local.Steps.Select(s => s.Title)), t["What happens"], null),
            (Said(national.Result) != Said(local.Result), t["What you receive"], null),
            (!national.Channels.SequenceEqual(local.Channels), t["How to apply"], t.Formats().List([.. national.Channels.Select(page.Name)])),
        ];
        return parts.Where(p => p.Differs).Select(p => new LocalDifference(p.What, p.Elsewhere));
    }

    private string Costs(ServiceDefinition service) => t.Formats().List([.. (service.Costs ?? []).Select(c => t["{0}: {1}", t.Pack(c.Title), page.Money(c)].Value)]);

    private static string? Said(PackText? text) => text?.Source;

    private static string Said(IEnumerable<PackText> texts) => string.Join('\n', texts.Select(x => x.Source));
}
