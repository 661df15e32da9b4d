using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.References;
using Platform.Web.Languages;

namespace Platform.Modules.Cases.Pages.Cases.Apply;

/// <summary>The confirmation with the reference.</summary>
public sealed class SentModel(CaseStore cases, FeeWords fees, Applicant applicant) : PageModel
{
    /// <summary>Ten characters.</summary>
    public string Plain { get; private set; } = "";

    public string Reference => CaseReference.Show(Plain);

    public DateOnly? DueOn { get; private set; }

    /// <summary>What is to be paid before anybody decides; null where nothing is.</summary>
    public string? ToPay { get; private set; }

    /// <summary>With which the answer is read later; null where the case has a name.</summary>
    public string? Code { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await applicant.FiledAtCounterAsync(cases, caseId, cancellationToken))
        {
            return Redirect(HttpContext.InLanguage($"/desk/file/{caseId:D}/slip"));
        }

        if (await cases.FindAsync(caseId, applicant.Access, cancellationToken) is not { Reference: { } reference } found)
        {
            return NotFound();
        }

        Code = found.ApplicantId is null ? applicant.Code : null;
        (Plain, DueOn, ToPay) = (reference, found.DueOn, fees.Due(await cases.FeesAsync(caseId, applicant.Access, cancellationToken)));
        return Page();
    }

    public IActionResult OnPost()
    {
        applicant.Forget();
        return Redirect(HttpContext.InLanguage("/"));
    }
}
