using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Identity.Demo;

/// <summary>An entry of <c>demo-accounts.json</c>: who was made, and how to sign in as them.</summary>
/// <param name="Id">As in the pack's <c>demo.yaml</c>.</param>
/// <param name="Account">Name to sign in with; null for a person without an account.</param>
/// <param name="Totp">Secret of the authenticator app in base 32; officials only.</param>
public sealed record DemoAccount(string Id, Guid PersonId, string? Account, string? Password, string? Totp, IReadOnlyList<string> Roles);

/// <summary>Somebody whom the pack's <c>demo.yaml</c> invents.</summary>
internal sealed record DemoPerson(string Id, string? Account, bool Verified, PersonDetails Details, IReadOnlyList<Grant> Grants)
{
    private static readonly string[] Lists = ["people", "officials"];

    public static IEnumerable<DemoPerson> Of(Pack pack) => Lists
        .SelectMany(list => ((pack.Demo as PackMap)?[list] as PackList)?.Items ?? []).OfType<PackMap>().Select(map => Read(map, pack));

    private static DemoPerson Read(PackMap map, Pack pack) => new(
        map.Word("id")!,
        map.Word("account"),
        map.Word("verified") == "true",
        new PersonDetails
        {
            Name = (map["name"] as PackMap)?.Entries.ToDictionary(e => e.Key, e => (e.Value as PackScalar)?.Value ?? "") ?? [],
            Phone = map.Word("phone"),
            Email = map.Word("email"),
            Sex = map.Word("sex"),
            BirthDate = map.Word("birth-date") is { } date ? PartialDate.Parse(date) : null,
            ClaimedId = map.Word("national-id"),
            Address = map.Word("village") is { } village ? new PersonAddress(village, null) : null,
        },
        [.. ((map["grants"] as PackList)?.Items ?? []).OfType<PackMap>().Select(g => GrantOf(g, pack))]);

    private static Grant GrantOf(PackMap grant, Pack pack) => new(
        grant.Word("role")!, grant.Word("organization") ?? Grant.AnyOrganization,
        grant.Word("area") is { } code ? Identity.Grants.AreaPath.Of(pack.Areas.Find(code)!) : null);
}
