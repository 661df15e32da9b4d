using Microsoft.AspNetCore.Mvc;
using Platform.Core.People;

namespace Platform.Modules.Identity.Pages.Identity.Desk.People;

/// <summary>One person, as staff see it. That it was looked at is recorded.</summary>
internal sealed class ViewModel(PersonStore people) : IdentityPage
{
    public Person Person { get; private set; } = null!;

    public bool IsMe => Person.PersonId == Me;

    public bool MayReset => Viewer.May(IdentityPermissions.Reset);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await people.FindAsync(id) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        await Begin(id).Audit("person", id, "identity.view").CommitAsync();
        return Page();
    }
}
