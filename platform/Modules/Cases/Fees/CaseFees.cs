using Platform.Core.Data;
using Platform.Modules.Cases.Drafts;

namespace Platform.Modules.Cases.Fees;

/// <summary>What a case owes by its answers: fixed when it is sent, and again whenever it is sent corrected.</summary>
internal static class CaseFees
{
    /// <summary>Of each fee what was neither paid nor lifted. What was paid too much stays paid: giving money back is for people to decide.</summary>
    public static IReadOnlyList<ChargedFee> Due(OpenCase open) =>
        [.. open.Fees.Select(f => f with { Minor = f.Minor - Settled(open).Where(s => s.Fee == f.Fee.Id).Sum(s => s.Amount) }).Where(f => f.Minor > 0)];

    /// <summary>Fees that were paid or lifted.</summary>
    public static IEnumerable<CaseFee> Settled(OpenCase open) => open.Stored.Fees.Where(f => f.State != FeeStates.Due);

    /// <summary>Writes what is due now. A fee that waits as it was fixed keeps its number; one that no longer applies, or has grown or shrunk, goes.</summary>
    public static void Write(Act act, OpenCase open)
    {
        var waiting = open.Stored.Fees.Where(f => f.State == FeeStates.Due).ToLookup(f => f.Fee);
        var due = Due(open);
        var stands = due.Where(f => f.Minor == waiting[f.Fee.Id].Sum(w => w.Amount)).Select(f => f.Fee.Id).ToHashSet();
        foreach (var gone in waiting.Where(w => !stands.Contains(w.Key)).SelectMany(w => w))
        {
            act.Do($"delete from cases_fee where case_id = @CaseId and n = @N and state = '{FeeStates.Due}'", new { open.Case.CaseId, gone.N });
        }

        var last = open.Stored.Fees.Select(f => f.N).DefaultIfEmpty().Max();
        foreach (var (i, fee) in due.Where(f => !stands.Contains(f.Fee.Id)).Index())
        {
            act.Do(
                $"insert into cases_fee (case_id, n, fee, amount, currency, state, act) values (@CaseId, @n, @fee, @Minor, @Code, '{FeeStates.Due}', @act)",
                new { open.Case.CaseId, n = last + 1 + i, fee = fee.Fee.Id, fee.Minor, open.Definition.Pack.Currency.Code });
        }
    }
}
