using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Platform.Modules.Payments.Pages.Payments;

/// <summary>Where a cashier types the reference on the slip.</summary>
public sealed class IndexModel(IStringLocalizer t) : MoneyPage
{
    public string Reference { get; private set; } = "";

    public string? Mistake => Errors is [var first, ..] ? first.Text : null;

    public async Task<IActionResult> OnPostAsync([FromForm] string? reference, CancellationToken cancellationToken)
    {
        if (await FindCaseAsync(reference, PaymentsPermissions.Receive, cancellationToken) is { } found)
        {
            return Redirect(In($"/desk/payments/{found.Reference}"));
        }

        Reference = reference ?? "";
        Refuse(StatusCodes.Status422UnprocessableEntity, t["No case with this reference. Compare it letter by letter with the slip"], "reference");
        return Page();
    }
}
