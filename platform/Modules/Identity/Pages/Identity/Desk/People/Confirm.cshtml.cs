using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Identity.Pages.Identity.Desk.People;

/// <summary>A clerk has seen the person and a proof, and corrects what is known by it. Nobody confirms himself. That the person was looked at is recorded.</summary>
internal sealed class ConfirmModel(PersonStore people, ActivePack pack) : IdentityPage
{
    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? await ShowAsync() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] long version, [FromForm] string? evidence)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var form = new PersonForm(pack.Current.Pack, Request.Form, ModelState, T);
        var details = form.Read(Person.Details!) with { VerifiedId = form.IdNumber("number") };
        if (!Evidence.All.Contains(evidence ?? ""))
        {
            ModelState.AddModelError("evidence", T["Choose what the person showed"]);
        }

        return ModelState.IsValid ? await ConfirmAsync(Person with { Version = version }, details, evidence!) : await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        await Begin(Person.PersonId).Audit("person", Person.PersonId, "identity.view").CommitAsync();
        return Page();
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Person = id == Me ? null! : (await people.FindAsync(id))!;
        return Person?.Details is not null;
    }

    private async Task<IActionResult> ConfirmAsync(Person person, PersonDetails details, string evidence)
    {
        var act = Begin(person.PersonId);
        try
        {
            if (await people.ConfirmAsync(act, person, details, evidence))
            {
                await act.CommitAsync();
                return To($"/desk/people/{person.PersonId:D}");
            }
        }
        catch (DuplicateException taken) when (taken.Table == "platform_person_verified_id")
        {
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return Again("number", T["This number was confirmed for somebody else. Compare the paper with the person, and ask your supervisor"]);
    }
}
