using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Documents.Verifying;

namespace Platform.Modules.Documents.Sheets;

/// <summary>A document as its holder's lists show it.</summary>
/// <param name="Path">Within a language.</param>
public sealed record DocumentLine(string Path, string Title, string State, string Number, string When);

/// <summary>Writes documents as lines of a list, in the language of the request.</summary>
public sealed class DocumentLines(DocumentReading reading, DocumentWording wording, TimeProvider clock, IStringLocalizer t)
{
    public async Task<IReadOnlyList<DocumentLine>> OfAsync(IEnumerable<FoundDocument> documents, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var lines = new List<DocumentLine>();
        foreach (var found in documents)
        {
            lines.Add(Line(found, await reading.TryOpenAsync(found, cancellationToken), language));
        }

        return lines;
    }

    private DocumentLine Line(FoundDocument found, OpenDocument? open, string language)
    {
        var standing = open is null ? Standing.Erased : Standings.Of(found.Row, open.Edition.Pack, clock);
        return new(
            $"/my/documents/{found.Row.DocumentId:D}",
            open is null ? found.Row.Number : wording.Write(open, language).Title,
            StandingTexts.Short(t, standing),
            found.Row.Number,
            found.Row.ValidUntil is { } until ? t["Issued {0}, valid until {1}", t.Formats().Date(found.Row.IssuedOn), t.Formats().Date(until)] : t["Issued {0}", t.Formats().Date(found.Row.IssuedOn)]);
    }
}
