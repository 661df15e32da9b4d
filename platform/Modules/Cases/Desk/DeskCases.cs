using Platform.Core.People;

namespace Platform.Modules.Cases.Desk;

/// <summary>What the page of a case works with.</summary>
public sealed class DeskCases(DeskCaseReading reading, DeskWork work, NoteStore notes, AccessLog access, DeskStore desk)
{
    private const int Ahead = 20;

    public DeskCaseReading Reading => reading;

    public DeskWork Work => work;

    public NoteStore Notes => notes;

    public AccessLog Access => access;

    /// <summary>The case to do next: the first of the list that this official or nobody has.</summary>
    /// <returns>Its reference; null where none waits.</returns>
    public async Task<string?> NextAsync(DeskFilter list, CaseAccess.Official official, Viewer viewer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var waiting = await desk.ListAsync(official, list, Ahead, cancellationToken: cancellationToken);
        return waiting.FirstOrDefault(c => c.AssigneeId is null || c.AssigneeId == viewer.PersonId)?.Reference;
    }
}
