using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.References;
using Platform.Modules.Statistics.Ratings;
using Platform.Web.Languages;

namespace Platform.Modules.Statistics.Pages.Statistics.My;

/// <summary>Takes what an applicant says after the decision. She is asked on the page of her case; this one shows what she has to correct.</summary>
public sealed class RatingModel(CaseStore cases, RatingStore ratings, RatingQuestion question, Applicant applicant, IStringLocalizer t) : PageModel
{
    private StoredCase stored = null!;

    public CaseRow Case => stored.Case;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        await FindAsync(reference, cancellationToken) ? Back() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, [FromForm] string? step, [FromForm] string? comment, CancellationToken cancellationToken)
    {
        if (!await FindAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        if (!await question.IsAskedAsync(stored, cancellationToken))
        {
            return Back();
        }

        if (Read(step, comment) is not { } rating)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        try
        {
            await ratings.RateAsync(Case, rating, applicant.Actor(Channels.Web, Case), cancellationToken);
        }
        catch (Exception erased) when (erased is ActConflictException or KeyErasedException)
        {
            // Its page says that it is erased.
        }

        return Back();
    }

    private async Task<bool> FindAsync(string reference, CancellationToken cancellationToken)
    {
        if (CaseReference.Parse(reference) is not { } plain || await cases.ReadAsync(plain, applicant.Access, cancellationToken) is not { Case.Reference: not null } found)
        {
            return false;
        }

        stored = found;
        return true;
    }

    // Null where something is to be corrected.
    private Rating? Read(string? step, string? comment)
    {
        var said = comment?.ReplaceLineEndings("\n").Trim() ?? "";
        var chosen = step is [>= '1' and <= '5' and var digit] ? digit - '0' : 0;
        if (chosen == 0)
        {
            ModelState.AddModelError("step", t["Choose how satisfied you are"]);
        }

        if (said.Length > Rating.LongestComment)
        {
            ModelState.AddModelError("comment", t["Write at most {0} characters", Rating.LongestComment]);
        }

        return ModelState.IsValid ? new(chosen, said.Length == 0 ? null : said) : null;
    }

    private RedirectResult Back() => Redirect(HttpContext.InLanguage($"/my/cases/{Case.Reference}#rating"));
}
