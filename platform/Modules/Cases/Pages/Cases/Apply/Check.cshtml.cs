using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;
using Platform.Web.Components;
using Platform.Web.Languages;

namespace Platform.Modules.Cases.Pages.Cases.Apply;

/// <summary>All answers before they are sent, or sent again after a correction.</summary>
public sealed class CheckModel(OpenCases cases, CaseStore filed, Submissions submissions, CaseMoves moves, Applicant applicant, Viewer viewer, IStringLocalizer t) : PageModel
{
    public OpenCase Open { get; private set; } = null!;

    public string Service => t.Pack(Open.Definition.Service.Title).Value;

    /// <summary>Null where it is done as in the whole country.</summary>
    public LocalVariant? Variant => LocalVariant.Of(Open, applicant.Actor(Channels.Web, Open.Case).Channel);

    public IReadOnlyList<ChargedFee> Fees => Open.Fees;

    /// <summary>The query that names a local variant's area; empty for the whole country.</summary>
    public string In => Open.Definition.InArea;

    /// <summary>Of a case that was sent before: what was paid then, or lifted. In minor units, as all sums here.</summary>
    public long Settled => CaseFees.Settled(Open).Sum(f => f.Amount);

    public long Due => CaseFees.Due(Open).Sum(f => f.Minor);

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public string PathOf(string step) => HttpContext.InLanguage($"/apply/{Open.Case.CaseId:D}/{step}");

    /// <summary>To the question's first field, and from there back to here.</summary>
    public string PathToChange(FilledPage page, FilledQuestion question)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(question);
        return $"{PathOf(page.Page.Id)}?from=check#{QuestionView.FirstIdOf(question, Open.Definition.Pack)}";
    }

    public string TitleOf(FormPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return t.Pack(page.Title ?? page.Questions[0].Question.Label).Value;
    }

    public ShownAnswer Show(FilledQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return ShownAnswer.Of(question.Asked.Question, question.Answer, new(t, Open.Definition.Pack, HttpContext.Language().Tag));
    }

    public string Money(long minor) => t.Formats().Money(minor, Open.Definition.Pack.Currency.Code, Open.Definition.Pack.Currency.MinorDigits);

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseId, applicant.Filling, cancellationToken) is not { } open)
        {
            return applicant.IsSignedIn ? NotFound() : Challenge();
        }

        Open = open;
        return open.NextIncomplete is { } page ? Redirect(PathOf(page.Page.Id)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, [FromForm(Name = "version")] long stamp, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseId, applicant.Filling, cancellationToken) is not { } open)
        {
            // Sent already, perhaps by a second click: the same answer.
            var known = await filed.FindAsync(caseId, applicant.Filling, cancellationToken) is not null || await applicant.FiledAtCounterAsync(filed, caseId, cancellationToken);
            return known ? Redirect(HttpContext.InLanguage($"/apply/{caseId:D}/sent")) : NotFound();
        }

        Open = open;
        try
        {
            return Redirect(await SendAsync(open, stamp, cancellationToken) ? SentPath : PathOf("check"));
        }
        catch (RuleException rule)
        {
            Errors = [new(null, rule.In(t))];
        }
        catch (ActConflictException)
        {
            Errors = [new(null, t["The application changed in another window. Check the answers again, then send them."])];
        }

        Open = await cases.FindAsync(caseId, applicant.Filling, cancellationToken) ?? open;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    // Corrected at the counter, it goes on at the desk; what a clerk has filed ends with the slip.
    private string SentPath => Open.Case is { IsDraft: false, ApplicantId: { } person } && person != viewer.PersonId ? HttpContext.InLanguage($"/desk/cases/{Open.Case.Reference}") : PathOf("sent");

    private async Task<bool> SendAsync(OpenCase open, long stamp, CancellationToken cancellationToken)
    {
        var actor = applicant.Actor(Channels.Web, open.Case);
        if (open.Case.IsDraft)
        {
            return (await submissions.SubmitAsync(open.Case.CaseId, applicant.Filling, _ => actor, stamp, cancellationToken))?.Reference is not null;
        }

        var again = open.Workflow.Find(open.Case.State)!.Actions.First(a => a is { ByApplicant: true, IsFinal: false });
        return (await moves.DoAsync(open.Case.CaseId, again.Id, Typed.Nothing, stamp, Movers.Of(applicant, actor), cancellationToken))?.IsDone ?? false;
    }
}
