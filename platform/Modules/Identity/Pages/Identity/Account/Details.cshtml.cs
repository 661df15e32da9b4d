using Microsoft.AspNetCore.Mvc;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Identity.Pages.Identity.Account;

internal sealed class DetailsModel(PersonStore people, ActivePack pack) : IdentityPage
{
    public Person Person { get; private set; } = null!;

    public bool IsConfirmed => Person.Confirmation is not null;

    public async Task OnGetAsync() => Person = (await people.FindAsync(Me))!;

    public async Task<IActionResult> OnPostAsync(long version)
    {
        Person = (await people.FindAsync(Me))!;
        var form = new PersonForm(pack.Current.Pack, Request.Form, ModelState, T);
        var details = IsConfirmed ? form.ReadContact(Person.Details!) : form.Read(Person.Details!);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var act = Begin();
        await people.ChangeAsync(act, Person with { Version = version }, details);
        try
        {
            await act.CommitAsync();
        }
        catch (ActConflictException)
        {
            return Again("phone", T["Your details were changed in another window. Check them and save again"]);
        }

        return To("/account");
    }
}
