using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.People;
using Platform.Modules.Notices.Inbox;
using Platform.Web.Caching;

namespace Platform.Modules.Notices.Pages.Notices.My;

/// <summary>The inbox, newest first.</summary>
internal sealed class IndexModel(NoticeStore store, Viewer viewer) : PageModel
{
    private const int PageSize = 20;

    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public long Unread { get; private set; }

    public Guid? Next { get; private set; }

    public async Task OnGetAsync(Guid? before, CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        var me = viewer.PersonId!.Value;
        Notices = await store.ListAsync(me, PageSize, before, cancellationToken);
        Unread = await store.CountUnreadAsync(me, cancellationToken);
        Next = Notices.Count == PageSize ? Notices[^1].NoticeId : null;
    }
}
