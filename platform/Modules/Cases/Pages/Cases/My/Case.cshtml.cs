using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.MyCases;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Workflow;
using Platform.Web.Components;
using Platform.Web.Languages;

namespace Platform.Modules.Cases.Pages.Cases.My;

/// <summary>One case as its applicant sees it.</summary>
public sealed class CaseModel(MyCaseReading reading, CaseMoves moves, SentFiles files, Applicant applicant, IEnumerable<MyCasePart> parts, IStringLocalizer t) : PageModel
{
    private MyCaseView view = null!;

    public StoredCase Stored => view.Stored;

    /// <summary>What other modules show here.</summary>
    public IEnumerable<MyCasePart> Parts => parts;

    public string Reference => CaseReference.Show(view.Case.Reference!);

    public long Version => view.Case.Stamp;

    public string Service => view.Service;

    public string State => view.State;

    public string Next => view.Next;

    public string? Reason => view.Reason;

    public bool IsErased => view.Case.ErasedAt is not null;

    public IReadOnlyList<TimelineLine> Timeline => view.Timeline;

    public IReadOnlyList<ShownAnswer> Answers => view.Answers;

    public IReadOnlyList<SentFile> Files { get; private set; } = [];

    public string FilesPath => $"/my/files/{view.Case.CaseId:D}";

    public IReadOnlyList<FeeLine> Fees => view.Fees;

    public string? ToPay => view.ToPay;

    public string? CorrectPath => view.CanCorrect ? $"/apply/{view.Case.CaseId:D}/{view.FirstPage}" : null;

    /// <summary>What the person can do here with one click; correcting has pages of its own.</summary>
    public IReadOnlyList<WorkflowStep> Actions { get; private set; } = [];

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        await FindAsync(reference, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, [FromForm] string action, [FromForm] long version, CancellationToken cancellationToken)
    {
        if (!await FindAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            var done = await moves.DoAsync(view.Case.CaseId, action, Typed.Nothing, version, Mover, cancellationToken);
            return done is null ? NotFound() : Redirect(HttpContext.InLanguage($"/my/cases/{view.Case.Reference}"));
        }
        catch (RuleException rule)
        {
            Errors = [new(null, rule.In(t))];
        }
        catch (ActConflictException)
        {
            Errors = [new(null, t["The case changed meanwhile. Look at it again, then decide."])];
        }

        await FindAsync(reference, cancellationToken);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private Mover Mover => Movers.Of(applicant, applicant.Actor(Channels.Web, view.Case));

    private async Task<bool> FindAsync(string reference, CancellationToken cancellationToken)
    {
        if (CaseReference.Parse(reference) is not { } plain || await reading.FindAsync(plain, applicant.Access, HttpContext.Language().Tag, cancellationToken) is not { } found)
        {
            return false;
        }

        view = found;
        Files = await files.OfAsync(view.Stored, cancellationToken);
        Actions = IsErased ? [] : [.. (await moves.PossibleAsync(view.Stored, Mover, cancellationToken)).Where(a => a.IsWithdrawal || (!view.CanCorrect && a.Form.Count == 0))];
        return true;
    }
}
