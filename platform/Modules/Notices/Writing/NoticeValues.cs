using Platform.Core;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Notices.Sending;
using Platform.Modules.Payments;
using Platform.Modules.Payments.Receipts;

namespace Platform.Modules.Notices.Writing;

/// <summary>What a notice can say of a case, in the language of whoever reads it.</summary>
internal sealed class NoticeValues(CaseStore cases, CaseVault vault, ReceiptStore receipts, Texts texts, PortalAddress portal)
{
    /// <summary>What templates may name.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>
    {
        "country", "service", "reference", "link", "reason", "amount", "due", "deadline", "receipt", "document", "organization",
    };

    private static readonly CaseAccess Access = new CaseAccess.AfterCommit();

    public async Task<IReadOnlyDictionary<string, object?>> OfAsync(CaseRow found, CaseDefinition definition, NoticeDue told, string language, CancellationToken cancellationToken)
    {
        var (pack, formats) = (definition.Pack, texts.Formats(language));
        string Text(PackText text) => pack.Texts.Get(language, text).Value;
        string Money(long amount, string currency) => formats.Money(amount, currency, pack.Currency.MinorDigits);
        var receipt = told.ReceiptId is { } id ? (await receipts.OfCaseAsync(found.CaseId, cancellationToken)).SingleOrDefault(r => r.ReceiptId == id) : null;
        var owed = (await cases.FeesAsync(found.CaseId, Access, cancellationToken)).Where(f => f.State == FeeStates.Due).ToList();
        return new Dictionary<string, object?>
        {
            ["country"] = Text(pack.Brand.Name),
            ["service"] = Text(definition.Service.Title),
            ["reference"] = CaseReference.Show(found.Reference!),
            ["link"] = portal.Of($"/{language}/my/cases/{found.Reference}"),
            ["organization"] = pack.Organizations.Find(found.Organization) is { } body ? Text(body.Name) : null,
            ["deadline"] = found.DueOn is { } day ? formats.Date(day) : null,
            ["reason"] = await ReasonAsync(found, told.Seq, cancellationToken),
            ["amount"] = owed.Count > 0 ? Money(owed.Sum(f => f.Amount), owed[0].Currency) : receipt is null ? null : Money(receipt.Amount, receipt.Currency),
            ["receipt"] = receipt?.Label,
            ["due"] = owed.Count == 0 ? null : formats.Date(DueOn(found, definition)),
        };
    }

    // What the official wrote in the move that the notice tells of.
    private async Task<string?> ReasonAsync(CaseRow found, long seq, CancellationToken cancellationToken)
    {
        var events = await cases.EventsAsync(found.CaseId, Access, cancellationToken);
        return events.FirstOrDefault(e => e.Seq == seq) is { } told ? (string?)(await vault.OpenEventAsync(found.CaseId, told))["reason"] : null;
    }

    private static DateOnly DueOn(CaseRow found, CaseDefinition definition)
    {
        var submitted = Received.On(found, definition.Pack) ?? LocalDay.Of(found.CreatedAt, definition.Pack);
        return definition.Service.Section<PaymentsSection>()?.Due is { } within ? within.After(submitted, definition.Pack.Calendar) : submitted;
    }
}
