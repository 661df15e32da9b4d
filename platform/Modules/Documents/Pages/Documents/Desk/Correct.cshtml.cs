using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Form;
using Platform.Modules.Documents.Correcting;
using Platform.Modules.Documents.Sheets;
using Platform.Web.Components;
using Platform.Web.Languages;

namespace Platform.Modules.Documents.Pages.Documents.Desk;

/// <summary>Corrects what stands on a document, each field by the question it was answered to, and issues it again. That it was looked at is on record.</summary>
public sealed class CorrectModel(DocumentStore documents, DocumentReading reading, Correction correction, AccessLog log, IStringLocalizer t, TimeProvider clock) : DocumentsPage
{
    private OpenDocument open = null!;
    private IReadOnlyList<CorrectedField> fields = [];

    public Guid Id => open.Row.DocumentId;

    public string Number => open.Row.Number;

    public long Version => open.Row.Version;

    public string Reason { get; private set; } = "";

    public string? Mistake { get; private set; }

    public IEnumerable<QuestionView> Questions => fields.Select(f => new QuestionView(f.Filled, t, open.Edition.Pack, HttpContext.Language().Tag, false));

    public IReadOnlyList<FieldError> Errors =>
    [
        .. QuestionView.Mistakes(fields.Select(f => f.Filled), t).Select(m => new FieldError(m.FieldId, m.Text)),
        .. Mistake is null ? [] : new[] { new FieldError("reason", Mistake) },
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        fields = correction.Fields(open, null, Today);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? reason, [FromForm] long version, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        fields = correction.Fields(open, Given, Today);
        (Reason, Mistake) = (reason?.Trim() ?? "", Revocation.Check(t, reason?.Trim() ?? ""));
        if (Mistake is not null || fields.Any(f => !f.Filled.IsComplete))
        {
            return await ShowAsync(cancellationToken);
        }

        try
        {
            return To($"/desk/documents/{await correction.IssueAsync(open with { Row = open.Row with { Version = version } }, fields, Reason, Viewer.Actor(Channels.Web), cancellationToken):D}");
        }
        catch (ActConflictException)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            Mistake = t["Somebody else changed this document meanwhile. Look at it again."];
            return await ShowAsync(cancellationToken);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        await log.LookedAtAsync(open.Case, DocumentsPermissions.Correct, Viewer, new { open.Case.CaseId, document = Id }, cancellationToken);
        return Page();
    }

    private DateOnly Today => LocalDay.Of(clock.Now(), open.Edition.Pack);

    private Typed Given => new(Request.Form.Select(f => KeyValuePair.Create(f.Key, (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")])));

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(id, CaseAccess.Official.Of(Viewer, DocumentsPermissions.Correct), cancellationToken) is not { Row.State: DocumentStates.Issued } found
            || await reading.TryOpenAsync(found, cancellationToken) is not { } opened)
        {
            return false;
        }

        open = opened;
        return true;
    }
}
