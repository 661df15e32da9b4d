using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Erasure;
using Platform.Web.Languages;

namespace Platform.Modules.Cases.Pages.Cases.Apply;

/// <summary>A draft that its applicant no longer wants. One that an office typed in from paper is the office's to end.</summary>
public sealed class DeleteModel(CaseStore cases, EditionStore editions, Erasures erasures, Applicant applicant, IStringLocalizer t) : PageModel
{
    public string Service { get; private set; } = "";

    public string Saved { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseId, cancellationToken) is not { } draft)
        {
            return applicant.IsSignedIn ? NotFound() : Challenge();
        }

        Service = editions.Live(draft.Service, draft.Area) is { } live ? t.Pack(live.Service.Title).Value : draft.Service;
        Saved = t.Formats().Date(draft.ChangedAt);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseId, cancellationToken) is { } draft)
        {
            await DeleteAsync(draft, cancellationToken);
        }

        return Redirect(HttpContext.InLanguage("/my/cases"));
    }

    private async Task<CaseRow?> FindAsync(Guid caseId, CancellationToken cancellationToken) =>
        await cases.FindAsync(caseId, applicant.Access, cancellationToken) is { MayBeDeleted: true } draft ? draft : null;

    private async Task DeleteAsync(CaseRow draft, CancellationToken cancellationToken)
    {
        try
        {
            await erasures.DeleteDraftAsync(draft.CaseId, applicant.Actor(Channels.Web, draft), cancellationToken);
        }
        catch (ActConflictException)
        {
            // Sent or deleted in another window: the list tells which.
        }
    }
}
