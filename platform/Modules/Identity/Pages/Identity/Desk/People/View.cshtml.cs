using Microsoft.AspNetCore.Mvc;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;

namespace Platform.Modules.Identity.Pages.Identity.Desk.People;

/// <summary>One person, as staff see it. That it was looked at is recorded.</summary>
internal sealed class ViewModel(PersonStore people, AccountStore accounts) : IdentityPage
{
    public Person Person { get; private set; } = null!;

    public bool IsMe => Person.PersonId == Me;

    public bool MayReset => HasAccount && Viewer.May(IdentityPermissions.Reset);

    public bool HasAccount { get; private set; }

    public bool HasApp { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await people.FindAsync(id) is not { } person)
        {
            return NotFound();
        }

        var account = await accounts.FindAsync(id);
        (Person, HasAccount, HasApp) = (person, account is not null, account is { TwoFactor: true });
        await Begin(id).Audit("person", id, "identity.view").CommitAsync();
        return Page();
    }
}
