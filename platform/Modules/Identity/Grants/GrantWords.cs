using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;

namespace Platform.Modules.Identity.Grants;

/// <summary>A grant in words.</summary>
internal sealed record GrantLine(Guid GrantId, Guid PersonId, string Name, string Role, string Organization, string? Area, string? Until, bool IsMine);

/// <summary>Names of roles, organizations and areas in the language of the request.</summary>
internal sealed class GrantWords(ActivePack active, IStringLocalizer texts)
{
    private Pack Pack => active.Current.Pack;

    public GrantLine Line(GrantEntry grant, Person? holder, Guid viewer) => new(
        grant.GrantId,
        grant.PersonId,
        holder?.Details is { } details && Pack.Names.Show(details.Name) is { Length: > 0 } name ? name : texts["Name not given"],
        Role(grant.Role),
        Organization(grant.Organization),
        grant.AreaPath is null ? null : Area(grant.AreaPath),
        grant.ValidTo is { } end ? texts.Formats().Date(end) : null,
        grant.PersonId == viewer);

    public string Role(string id) => Pack.Roles.Find(id) is { } role ? texts.Pack(role.Title).Value : id;

    public string Organization(string id) =>
        id == Grant.AnyOrganization ? texts["All organizations"] : Pack.Organizations.Find(id) is { } organization ? texts.Pack(organization.Name).Value : id;

    public string Area(string path) => string.Join(", ", path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(code =>
        Pack.Areas.Find(code) is { } area ? area.Name(CultureInfo.CurrentUICulture.Name) : code));
}
