using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity.Pages.Identity.Desk.People;

/// <summary>A person at the counter, perhaps without papers, telephone or e-mail, and without an account.</summary>
internal sealed class NewModel(PersonStore people, ActivePack pack) : IdentityPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        var details = new PersonForm(pack.Current.Pack, Request.Form, ModelState, T).Read(new PersonDetails());
        if (ModelState.IsValid && details.Name.Count == 0)
        {
            ModelState.AddModelError(PersonForm.NameField(pack.Current.Pack.Names.Parts[0].Id), T["Enter a name"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var act = Begin();
        var id = await people.AddAsync(act, details);
        await act.CommitAsync();
        // Whoever sent the clerk here is told whom she added.
        return SignInPaths.Local(Return) is { } back ? LocalRedirect(QueryHelpers.AddQueryString(back, "person", $"{id:D}")) : To($"/desk/people/{id:D}");
    }
}
