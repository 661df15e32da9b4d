using Platform.Core.Data;

namespace Platform.Modules.Cases.Desk;

/// <summary>A place in the desk's order: the last case of the page before. Lists go on from it, however many cases come and go meanwhile.</summary>
public sealed record DeskPlace(Instant? Due, Guid CaseId)
{
    private const char Between = '~';

    public static DeskPlace Of(CaseRow found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new(found.StateDueAt ?? found.DueAt, found.CaseId);
    }

    /// <returns>Null for anything that <see cref="ToString"/> did not write.</returns>
    public static DeskPlace? Parse(string? text)
    {
        if (text?.Split(Between) is not [var due, var id] || !Guid.TryParse(id, out var caseId))
        {
            return null;
        }

        try
        {
            return new(due.Length == 0 ? null : Instant.Parse(due), caseId);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public override string ToString() => $"{Due?.ToString()}{Between}{CaseId:N}";

    internal string ToSql() => Due is null
        ? $"{DeskFilter.DueAt} is null and case_id > @afterCase"
        : $"({DeskFilter.DueAt} > @afterDue or ({DeskFilter.DueAt} = @afterDue and case_id > @afterCase) or {DeskFilter.DueAt} is null)";
}
