using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.References;
using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Inbox;

namespace Platform.Modules.Notices.Pages.Notices.Desk;

/// <summary>What was written in a case, to be printed for a person whom no channel reaches, and how its deliveries went.</summary>
internal sealed class SlipModel(CaseStore cases, NoticeStore store, DeliveryStore deliveries, Viewer viewer, IStringLocalizer texts) : PageModel
{
    private IReadOnlyList<DeliveryLine> lines = [];

    public string Reference { get; private set; } = "";

    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public IEnumerable<DeliveryLine> Of(Notice notice) => lines.Where(l => l.NoticeId == notice.NoticeId);

    public string Words(DeliveryLine line) => (line.Channel, line.State) switch
    {
        (ChannelNames.Email, DeliveryStates.Sent) => texts["Sent by e-mail."],
        (ChannelNames.Sms, DeliveryStates.Sent) => texts["Sent by SMS."],
        (ChannelNames.Email, DeliveryStates.Waiting) => texts["Waits to be sent by e-mail."],
        (ChannelNames.Sms, DeliveryStates.Waiting) => texts["Waits to be sent by SMS."],
        (ChannelNames.Email, _) => texts["Could not be sent by e-mail ({0}).", line.Reason ?? ""],
        _ => texts["Could not be sent by SMS ({0}).", line.Reason ?? ""],
    };

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        var access = new CaseAccess.Official(viewer.ScopeOf(CasesPermissions.View));
        if (CaseReference.Parse(reference) is not { } plain || await cases.FindAsync(plain, access, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Reference = CaseReference.Show(plain);
        Notices = await store.OfCaseAsync(found.CaseId, cancellationToken);
        lines = await deliveries.OfCaseAsync(found.CaseId, cancellationToken);
        return Page();
    }
}
