using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Notices.Inbox;
using Platform.Web.Caching;

namespace Platform.Modules.Notices.Pages.Notices.My;

/// <summary>One message. Opening it marks it read; whose it is not, to them it is not there.</summary>
internal sealed class MessageModel(NoticeStore store, CaseStore cases, Viewer viewer) : PageModel
{
    public Notice Notice { get; private set; } = null!;

    /// <summary>Null where the case is no longer this person's.</summary>
    public string? CasePath { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        if (await store.FindAsync(id, viewer.PersonId!.Value, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Notice = found;
        CasePath = await cases.FindAsync(found.CaseId, new CaseAccess.Owner(viewer.PersonId), cancellationToken) is { Reference: { } reference } ? $"/my/cases/{reference}" : null;
        await store.MarkReadAsync(viewer.Actor(Core.People.Channels.Web), found);
        return Page();
    }
}
