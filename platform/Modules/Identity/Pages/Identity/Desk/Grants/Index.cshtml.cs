using Platform.Core.People;
using Platform.Modules.Identity.Grants;

namespace Platform.Modules.Identity.Pages.Identity.Desk.Grants;

internal sealed class IndexModel(GrantStore grants, PersonStore people, GrantWords words) : IdentityPage
{
    private const int Most = 500;

    public bool MayReset => Viewer.May(IdentityPermissions.Reset);

    public IReadOnlyList<GrantLine> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var list = await grants.ListAsync(Viewer.ScopeOf(IdentityPermissions.Grant), Most);
        var holders = (await people.FindManyAsync([.. list.Select(g => g.PersonId).Distinct()])).ToDictionary(p => p.PersonId);
        Rows = [.. list.Select(g => words.Line(g, holders.GetValueOrDefault(g.PersonId), Me))];
    }
}
