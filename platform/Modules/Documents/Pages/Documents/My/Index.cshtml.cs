using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Documents.Sheets;
using Platform.Modules.Documents.Verifying;
using Platform.Web.Languages;

namespace Platform.Modules.Documents.Pages.Documents.My;

/// <summary>A line of the list.</summary>
public sealed record DocumentLine(string Path, string Title, string State, string Number, string When);

/// <summary>The documents of whoever looks, newest first.</summary>
public sealed class IndexModel(DocumentStore documents, DocumentReading reading, DocumentWording wording, Applicant applicant, TimeProvider clock, IStringLocalizer t) : DocumentsPage
{
    public IReadOnlyList<DocumentLine> Documents { get; private set; } = [];

    /// <summary>Whether a device may keep them: those of somebody who can sign out, which removes them.</summary>
    public bool MayKeep => applicant.IsSignedIn;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (applicant.Access is (null, null))
        {
            return Challenge();
        }

        var lines = new List<DocumentLine>();
        foreach (var found in await documents.ListAsync(applicant.Access, cancellationToken))
        {
            lines.Add(Line(found, await reading.TryOpenAsync(found, cancellationToken)));
        }

        Documents = lines;
        return Page();
    }

    private DocumentLine Line(FoundDocument found, OpenDocument? open)
    {
        var standing = open is null ? Standing.Erased : Standings.Of(found.Row, open.Edition.Pack, clock);
        return new(
            $"/my/documents/{found.Row.DocumentId:D}",
            open is null ? found.Row.Number : wording.Write(open, HttpContext.Language().Tag).Title,
            StandingTexts.Short(t, standing),
            found.Row.Number,
            found.Row.ValidUntil is { } until ? t["Issued {0}, valid until {1}", t.Formats().Date(found.Row.IssuedOn), t.Formats().Date(until)] : t["Issued {0}", t.Formats().Date(found.Row.IssuedOn)]);
    }
}
