using Platform.Core.Data;

namespace Platform.Modules.Notices.Sending;

/// <summary>A notice is to be written. Published in the act that it tells of; its id makes writing it twice impossible.</summary>
/// <param name="Seq">The number of the case's event that it tells of.</param>
/// <param name="Name">A template of the pack without folder and ending, as <c>approved</c>.</param>
public sealed record NoticeDue(Guid NoticeId, Guid CaseId, long Seq, string Name)
{
    /// <summary>The receipt that it tells of, if any.</summary>
    public Guid? ReceiptId { get; init; }
}

/// <summary>How modules send notices.</summary>
public static class NoticeActs
{
    /// <summary>Tells the applicant of the case, once the act is committed.</summary>
    /// <inheritdoc cref="NoticeDue" path="/param"/>
    public static Act Notify(this Act act, Guid caseId, long seq, string name)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.Publish(new NoticeDue(Guid.CreateVersion7(), caseId, seq, name));
    }
}
