using Microsoft.Extensions.Localization;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Documents.Verifying;

namespace Platform.Modules.Documents;

/// <summary>The documents that came of a case, beside it on the desk, for those who may see documents.</summary>
internal sealed class CaseDocuments(DocumentStore documents, Viewer viewer, IStringLocalizer t) : ICasePanel
{
    public async Task<CasePanel?> OfAsync(StoredCase stored, CancellationToken cancellationToken = default)
    {
        if (stored.Case.Reference is not { } reference || !viewer.May(DocumentsPermissions.View))
        {
            return null;
        }

        var issued = await documents.OfCaseAsync(reference, CaseAccess.Official.Of(viewer, DocumentsPermissions.View), cancellationToken);
        return issued is not { Count: > 0 } ? null : new(t["Documents"], [.. issued.Select(Line)]);
    }

    private CasePanelLine Line(FoundDocument found) =>
        new(t["{0}: {1}", found.Row.Number, StandingTexts.OfState(t, found.Row.State)], $"/desk/documents/{found.Row.DocumentId:D}");
}
