using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.MyCases;
using Platform.Modules.Cases.References;
using Platform.Modules.Payments.Waivers;

namespace Platform.Modules.Payments.Pages.Waivers;

/// <summary>Lifts the fees of a case for a reason of its service.</summary>
public sealed class IndexModel(CaseStore cases, FeeWaivers waivers, FeeWords words, IStringLocalizer t) : MoneyPage
{
    private IReadOnlyList<Waiver> reasons = [];

    public string Plain { get; private set; } = "";

    public string Reference => CaseReference.Show(Plain);

    public IReadOnlyList<FeeLine> Fees { get; private set; } = [];

    public string? Total { get; private set; }

    public string? Mistake => Errors is [{ FieldId: not null } first, ..] ? first.Text : null;

    public IEnumerable<SelectListItem> Reasons => reasons.Count == 0 ? [] : reasons.Select(w => new SelectListItem(t.Pack(w.Title).Value, w.Id)).Prepend(new("", ""));

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        await FindCaseAsync(reference, PaymentsPermissions.Waive, cancellationToken) is { } found ? await ShowAsync(found, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        if (await FindCaseAsync(reference, PaymentsPermissions.Waive, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (string.IsNullOrEmpty(reason))
        {
            Refuse(StatusCodes.Status422UnprocessableEntity, t["Choose the reason"], "reason");
            return await ShowAsync(found, cancellationToken);
        }

        return await TryAsync(() => waivers.WaiveAsync(found, Access, reason, Viewer.Actor(Channels.Web, found.ApplicantId), cancellationToken))
            ? Redirect(In($"/desk/cases/{found.Reference}"))
            : await ShowAsync(found, cancellationToken);
    }

    private CaseAccess.Official Access => CaseAccess.Official.Of(Viewer, PaymentsPermissions.Waive);

    private async Task<IActionResult> ShowAsync(CaseRow found, CancellationToken cancellationToken)
    {
        var fees = await cases.FeesAsync(found.CaseId, Access, cancellationToken);
        (Plain, Fees, Total) = (found.Reference!, await words.OfAsync(found, fees, cancellationToken), found.Final ? null : words.Due(fees));
        reasons = await waivers.ReasonsAsync(found, cancellationToken);
        return Page();
    }
}
