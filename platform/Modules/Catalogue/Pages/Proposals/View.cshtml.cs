using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Catalogue.Proposals;
using Platform.Web.Caching;
using Platform.Web.Components;
using Platform.Web.Languages;

namespace Platform.Modules.Catalogue.Pages.Proposals;

/// <summary>A national change before and after, field by field, and the office's answer: right here too, or an own variant.</summary>
internal sealed class ViewModel(ProposalStore proposals, ProposalWords words, ProposedVariant variants, Viewer viewer, IStringLocalizer t) : PageModel
{
    private const string Acknowledge = "acknowledge";
    private const string Ask = "ask";
    private const int LongestReason = 1000;

    public ProposalWords Words => words;

    public Proposal Proposal { get; private set; } = null!;

    public IReadOnlyList<ShownChange> Changes { get; private set; } = [];

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public IReadOnlyList<string> Kept { get; private set; } = [];

    public string? Reason { get; private set; }

    public string ServicePath => variants.PathOf(Proposal);

    public bool HasFile => Proposal.State == ProposalStates.Asked;

    public string? MistakeOf(string field) => Errors.FirstOrDefault(e => e.FieldId == field)?.Text;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? answer, [FromForm] List<string>? kept, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // An answer that nobody offered is none: neither consent nor a question.
        if (answer is not (Acknowledge or Ask))
        {
            return BadRequest();
        }

        (Kept, Reason) = ([.. Changes.Where(c => c.CanBeKept && (kept ?? []).Contains(c.Field)).Select(c => c.Field)], reason?.Trim());
        Errors = answer == Ask ? [.. Mistakes()] : [];
        if (Errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return await AnswerAsync(answer == Ask, cancellationToken) ? LocalRedirect(HttpContext.InLanguage($"/desk/proposals/{id}")) : await ShowConflictAsync(id, cancellationToken);
    }

    private IEnumerable<FieldError> Mistakes()
    {
        if (Kept.Count == 0)
        {
            yield return new(Changes.FirstOrDefault(c => c.CanBeKept)?.Id ?? "reason", t["Mark what shall stay as it was"]);
        }

        if (string.IsNullOrEmpty(Reason) || Reason.Length > LongestReason)
        {
            yield return new("reason", t["Say why, in at most {0} characters", LongestReason]);
        }
    }

    private async Task<bool> AnswerAsync(bool ask, CancellationToken cancellationToken)
    {
        var official = viewer.Actor(Channels.Web);
        try
        {
            await (ask ? proposals.AskAsync(Proposal, Kept, Reason!, official, cancellationToken) : proposals.AcknowledgeAsync(Proposal, official, cancellationToken));
            return true;
        }
        catch (ActConflictException)
        {
            return false;
        }
    }

    private async Task<IActionResult> ShowConflictAsync(Guid id, CancellationToken cancellationToken)
    {
        (Response.StatusCode, Errors) = (StatusCodes.Status409Conflict, [new(null, t["It was answered or replaced meanwhile. Nothing of yours was done. This is how it stands now."])]);
        return await FindAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        if (await proposals.FindAsync(id, viewer.ScopeOf(CataloguePermissions.Localize), cancellationToken) is not { } found)
        {
            return false;
        }

        (Proposal, Changes) = (found, [.. found.Changes.Select(words.Show)]);
        return true;
    }
}
