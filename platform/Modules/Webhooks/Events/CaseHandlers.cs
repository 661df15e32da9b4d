using Platform.Core.Outbox;
using Platform.Modules.Cases;

namespace Platform.Modules.Webhooks.Events;

internal sealed class TellSubmitted(Announcements announcements) : IHandle<CaseSubmitted>
{
    public Task HandleAsync(CaseSubmitted message, CancellationToken cancellationToken) => announcements.TellAsync(EventTypes.Submitted, message.CaseId, message.Seq, [], cancellationToken);
}

internal sealed class TellMoved(Announcements announcements) : IHandle<CaseMoved>
{
    public Task HandleAsync(CaseMoved message, CancellationToken cancellationToken) =>
        announcements.TellAsync(EventTypes.Moved, message.CaseId, message.Seq, new() { ["action"] = message.Action, ["from"] = message.From, ["state"] = message.To }, cancellationToken);
}

internal sealed class TellDecided(Announcements announcements) : IHandle<CaseDecided>
{
    public Task HandleAsync(CaseDecided message, CancellationToken cancellationToken) =>
        announcements.TellAsync(EventTypes.Decided, message.CaseId, message.Seq, new() { ["state"] = message.State }, cancellationToken);
}

/// <summary>Who keeps something of a case elsewhere is to forget it too.</summary>
internal sealed class TellErased(Announcements announcements) : IHandle<CaseErased>
{
    public Task HandleAsync(CaseErased message, CancellationToken cancellationToken) => announcements.TellAsync(EventTypes.Erased, message.CaseId, null, [], cancellationToken);
}
