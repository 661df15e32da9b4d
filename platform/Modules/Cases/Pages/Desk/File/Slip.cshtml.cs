using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.MyCases;

namespace Platform.Modules.Cases.Pages.Desk.File;

/// <summary>What a person takes home from the counter: the reference, what to pay, until when to expect an answer.</summary>
public sealed class SlipModel(CaseStore cases, DeskTable table, FeeWords fees, IEnumerable<ICasePanel> panels, IStringLocalizer t) : DeskPage
{
    public DeskLine Line { get; private set; } = null!;

    public string Organization { get; private set; } = "";

    public string? AnswerBy { get; private set; }

    public IReadOnlyList<FeeLine> Fees { get; private set; } = [];

    public string? Total { get; private set; }

    public IReadOnlyList<CasePanel> Panels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var access = new CaseAccess.Clerk(Viewer.PersonId!.Value);
        if (await cases.ReadAsync(caseId, access, cancellationToken) is not { Case: { Reference: not null } found } stored)
        {
            return NotFound();
        }

        Line = (await table.OfAsync([found], Language, cancellationToken))[0];
        Organization = Pack.Organizations.Find(found.Organization) is { } body ? t.Pack(body.Name).Value : "";
        AnswerBy = found.DueOn is { } due ? t.Formats().LongDate(due) : null;
        (Fees, Total) = (await fees.OfAsync(found, stored.Fees, cancellationToken), fees.Due(stored.Fees));
        Panels = await panels.OfAsync(stored, cancellationToken);
        return Page();
    }
}
