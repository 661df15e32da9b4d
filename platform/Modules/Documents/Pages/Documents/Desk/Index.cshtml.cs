using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Cases;
using Platform.Modules.Cases.References;
using Platform.Modules.Documents.Sheets;
using Platform.Modules.Documents.Verifying;
using Platform.Web.Components;

namespace Platform.Modules.Documents.Pages.Documents.Desk;

/// <summary>Finds the documents of a case where the official's permission reaches.</summary>
public sealed class IndexModel(DocumentStore documents, IStringLocalizer t) : DocumentsPage
{
    public string Reference { get; private set; } = "";

    public string? Mistake { get; private set; }

    public IReadOnlyList<FieldError> Errors => Mistake is null ? [] : [new("reference", Mistake)];

    public IReadOnlyList<DocumentLine>? Documents { get; private set; }

    public async Task OnGetAsync([FromQuery] string? reference, CancellationToken cancellationToken)
    {
        Reference = reference ?? "";
        if (Reference.Length == 0)
        {
            return;
        }

        var access = CaseAccess.Official.Of(Viewer, DocumentsPermissions.View);
        var found = CaseReference.Parse(Reference) is { } plain ? await documents.OfCaseAsync(plain, access, cancellationToken) : null;
        Documents = found?.Select(Line).ToList();
        Mistake = found is null ? t["There is no such case in your office"].Value : null;
    }

    private DocumentLine Line(FoundDocument found) => new(
        $"/desk/documents/{found.Row.DocumentId:D}",
        "",
        found.Case.ErasedAt is null ? StandingTexts.OfState(t, found.Row.State) : StandingTexts.Short(t, Standing.Erased),
        found.Row.Number,
        t.Formats().Date(found.Row.IssuedOn));
}
