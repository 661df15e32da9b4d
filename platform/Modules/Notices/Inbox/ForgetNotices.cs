using Platform.Core.Outbox;
using Platform.Modules.Cases;

namespace Platform.Modules.Notices.Inbox;

/// <summary>When a case is erased its notices go, and those that wait are not sent.</summary>
internal sealed class ForgetNotices(NoticeStore notices) : IHandle<CaseErased>
{
    public Task HandleAsync(CaseErased message, CancellationToken cancellationToken) => notices.ForgetAsync(message.CaseId);
}
