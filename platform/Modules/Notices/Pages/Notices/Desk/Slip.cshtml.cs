using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.References;
using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Inbox;
using Platform.Web.Caching;

namespace Platform.Modules.Notices.Pages.Notices.Desk;

/// <summary>What was written in a case, to be printed for a person whom no channel reaches, and how its deliveries went. That it was looked at is on record.</summary>
internal sealed class SlipModel(CaseStore cases, NoticeStore store, DeliveryStore deliveries, AccessLog log, Viewer viewer, IStringLocalizer texts) : PageModel
{
    private IReadOnlyList<DeliveryLine> lines = [];

    public string Reference { get; private set; } = "";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public Notice? Newest => Notices is [var newest, ..] ? newest : null;

    public string NextStep { get; private set; } = "";

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

    private string Next(CaseRow found, bool owes) => (found.Final, owes, Newest?.Name, found.DueOn) switch
    {
        (true, _, _, _) => texts["The case is decided. There is nothing left to do."],
        (_, true, _, _) => texts["Pay at the cashier with this slip. The case is decided only after that."],
        (_, _, "returned", _) => texts["Come to a counter, or open the case in your account, and correct what is asked for."],
        (_, _, _, { } day) => texts["Wait for the answer. You will have it by {0}.", texts.Formats().Date(day)],
        _ => texts["Wait for the answer."],
    };

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        var access = CaseAccess.Official.Of(viewer);
        if (CaseReference.Parse(reference) is not { } plain || await cases.FindAsync(plain, access, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        await log.LookedAtAsync(found, "notices.slip", viewer, cancellationToken: cancellationToken);
        Reference = CaseReference.Show(plain);
        Notices = [.. (await store.OfCaseAsync(found.CaseId, cancellationToken)).OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.NoticeId)];
        NextStep = Next(found, (await cases.FeesAsync(found.CaseId, access, cancellationToken)).Any(f => f.State == FeeStates.Due));
        lines = await deliveries.OfCaseAsync(found.CaseId, cancellationToken);
        return Page();
    }
}
