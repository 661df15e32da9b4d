using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.MyCases;

namespace Platform.Modules.Cases.Fees;

/// <summary>Fees of a case in words.</summary>
public sealed class FeeWords(EditionStore editions, ActivePack pack, IStringLocalizer t)
{
    public async Task<IReadOnlyList<FeeLine>> OfAsync(CaseRow found, IReadOnlyList<CaseFee> fees, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(fees);
        var section = (await editions.OfAsync(found, cancellationToken)).Service.Section<FeesSection>();
        return [.. fees.Select(f => new FeeLine(Title(f, section), Money(f.Amount, f.Currency), State(f, found.Final)))];
    }

    /// <summary>What is still to be paid, all together; null where nothing is.</summary>
    public string? Due(IReadOnlyList<CaseFee> fees)
    {
        var due = fees.Where(f => f.State == FeeStates.Due).ToList();
        return due.Count == 0 ? null : Money(due.Sum(f => f.Amount), due[0].Currency);
    }

    public string Money(long minor, string currency) => t.Formats().Money(minor, currency, pack.Current.Pack.Currency.MinorDigits);

    private string Title(CaseFee fee, FeesSection? section) => section?.Find(fee.Fee) is { } known ? t.Pack(known.Title).Value : fee.Fee;

    private string State(CaseFee fee, bool closed) => fee.State switch { FeeStates.Paid => t["Paid"], FeeStates.Due when !closed => t["To be paid"], _ => t["Need not be paid"] };
}
