using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.People;
using Platform.Modules.Notices.Inbox;

namespace Platform.Modules.Notices.Pages.Notices.My;

/// <summary>One message. Opening it marks it read; whose it is not, to them it is not there.</summary>
internal sealed class MessageModel(NoticeStore store, Viewer viewer) : PageModel
{
    public Notice Notice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (await store.FindAsync(id, viewer.PersonId!.Value, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Notice = found;
        await store.MarkReadAsync(viewer.Actor(Core.People.Channels.Web), found);
        return Page();
    }
}
