namespace Platform.Modules.Cases.Desk;

/// <summary>What the page of a case works with.</summary>
public sealed class DeskCases(DeskCaseReading reading, DeskWork work, NoteStore notes, AccessLog access, DeskStore desk)
{
    public DeskCaseReading Reading => reading;

    public DeskWork Work => work;

    public NoteStore Notes => notes;

    public AccessLog Access => access;

    public DeskStore Lists => desk;
}
