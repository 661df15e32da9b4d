using Microsoft.AspNetCore.Html;
using Platform.Core;
using Platform.Modules.Documents.Issuing;
using Platform.Modules.Documents.Verifying;

namespace Platform.Modules.Documents.Sheets;

/// <summary>One language of a sheet.</summary>
public sealed record SheetPart(DocumentText Text, IHtmlContent Body);

/// <summary>What the partial <c>Documents/_Sheet</c> draws: the same on the page and on paper.</summary>
/// <param name="Parts">The languages; the frame is written in the first.</param>
/// <param name="Standing">A document that no longer holds says so across its head.</param>
/// <param name="Code">In groups, as printed.</param>
/// <param name="VerifyUrl">Where anybody can check it.</param>
public sealed record Sheet(IReadOnlyList<SheetPart> Parts, Standing Standing, string Code, string VerifyUrl, QrCode Qr)
{
    /// <summary>The portal's name in the document's language.</summary>
    public required string Country { get; init; }

    /// <summary>Where the code can be typed in, as it stands on paper.</summary>
    public required string CheckAddress { get; init; }

    public required bool IsDemonstration { get; init; }

    public required bool IsExample { get; init; }

    public DocumentText Text => Parts[0].Text;
}

/// <summary>Draws sheets.</summary>
public sealed class SheetDrawing(DocumentWording wording, DocumentBody body, TimeProvider clock, PortalAddress portal)
{
    public Sheet Draw(OpenDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var pack = document.Edition.Pack;
        var check = portal.Of("/verify");
        var url = $"{check}/{document.Content.Code}";
        return new([.. document.Languages.Select(l => Part(document, l))], Standings.Of(document.Row, pack, clock), DocumentCode.Show(document.Content.Code), url, QrCode.Of(url))
        {
            Country = pack.Texts.Get(document.Languages[0], pack.Brand.Name).Value,
            CheckAddress = check,
            IsDemonstration = pack.Brand.Demonstration,
            IsExample = document.IsExample,
        };
    }

    private SheetPart Part(OpenDocument document, string language)
    {
        var text = wording.Write(document, language);
        return new(text, new HtmlString(body.Render(document, text)));
    }
}
