using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Documents.Correcting;
using Platform.Modules.Documents.Sheets;
using Platform.Web.Components;

namespace Platform.Modules.Documents.Pages.Documents.Desk;

/// <summary>A document as an official sees it: to print, to revoke, to correct. That it was looked at is on record.</summary>
public sealed class DocumentModel(DocumentStore documents, DocumentReading reading, SheetDrawing drawing, Revocation revocation, AccessLog log, IStringLocalizer t) : DocumentsPage
{
    private FoundDocument found = null!;

    public Sheet Sheet { get; private set; } = null!;

    public string? EndedBecause { get; private set; }

    public string Reason { get; private set; } = "";

    public string? Mistake { get; private set; }

    public IReadOnlyList<FieldError> Errors => Mistake is null ? [] : [new("reason", Mistake)];

    public long Version => found.Row.Version;

    public string CorrectPath => $"/desk/documents/{found.Row.DocumentId:D}/correct";

    public bool MayCorrect => May(DocumentsPermissions.Correct);

    public bool MayRevoke => May(DocumentsPermissions.Revoke);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? await ShowAsync(cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? reason, [FromForm] long version, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !MayRevoke)
        {
            return NotFound();
        }

        Reason = reason?.Trim() ?? "";
        Mistake = Revocation.Check(t, Reason);
        if (Mistake is not null)
        {
            return await ShowAsync(cancellationToken);
        }

        try
        {
            await revocation.RevokeAsync(found.Row with { Version = version }, Reason, Viewer.Actor(Core.People.Channels.Web), cancellationToken);
            return To($"/desk/documents/{id:D}");
        }
        catch (ActConflictException)
        {
            await FindAsync(id, cancellationToken);
            Response.StatusCode = StatusCodes.Status409Conflict;
            Mistake = t["Somebody else changed this document meanwhile. Look at it again."];
            return await ShowAsync(cancellationToken);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        await log.LookedAtAsync(found.Case, DocumentsPermissions.View, Viewer, new { found.Case.CaseId, document = found.Row.DocumentId }, cancellationToken);
        return Page();
    }

    private bool May(string permission) => found.Row.State == DocumentStates.Issued && Viewer.May(permission, found.Case.Organization, found.Case.AreaPath);

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(id, CaseAccess.Official.Of(Viewer, DocumentsPermissions.View), cancellationToken) is not { } inScope
            || await reading.TryOpenAsync(inScope, cancellationToken) is not { } open)
        {
            return false;
        }

        (found, Sheet, EndedBecause) = (inScope, drawing.Draw(open), await reading.ReasonAsync(inScope.Row, cancellationToken));
        return true;
    }
}
