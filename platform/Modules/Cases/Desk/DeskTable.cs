using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Desk;

/// <summary>A case in a table of the desk.</summary>
/// <param name="Reference">As people read it out.</param>
/// <param name="Plain">As in addresses.</param>
/// <param name="Since">When it came in.</param>
public sealed record DeskLine(string Reference, string Plain, string Service, string Applicant, string Area, string Since, DueWords? Due, string State, string? Holder);

/// <summary>A deadline in words.</summary>
/// <param name="Machine">ISO 8601.</param>
/// <param name="Words">As "3 days late", "today", "in 5 days".</param>
public sealed record DueWords(string Machine, string Date, string Words, bool IsLate);

/// <summary>Puts cases into words, a whole list at once.</summary>
public sealed class DeskTable(EditionStore editions, PeopleNames people, ActivePack pack, IStringLocalizer t, TimeProvider clock)
{
    public async Task<IReadOnlyList<DeskLine>> OfAsync(IReadOnlyList<CaseRow> rows, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var names = await people.OfAsync(rows.SelectMany(r => new[] { r.ApplicantId, r.AssigneeId }), cancellationToken: cancellationToken);
        var lines = new List<DeskLine>(rows.Count);
        foreach (var row in rows)
        {
            lines.Add(Of(row, await editions.OfAsync(row, cancellationToken), names, language));
        }

        return lines;
    }

    /// <summary>The soonest deadline of a case; null where it has none, is closed, or waits for the applicant.</summary>
    public DueWords? Due(CaseRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if ((row.StateDueOn ?? row.DueOn) is not { } on || row.Final || row.PausedAt is not null)
        {
            return null;
        }

        var now = clock.Now();
        var days = on.DayNumber - LocalDay.Of(now, pack.Current.Pack).DayNumber;
        return new($"{on:yyyy-MM-dd}", t.Formats().ShortDate(on), Words(days, now >= (row.StateDueAt ?? row.DueAt)), days < 0 || now >= (row.StateDueAt ?? row.DueAt));
    }

    public string Area(CaseRow row, string language) =>
        row?.Area is { } code && pack.Current.Pack.Areas.Find(code) is { } area ? pack.Current.Pack.Areas.Label(area, language) : "";

    private string Words(int days, bool over) => days switch
    {
        < 0 => t.Plural(-days, "{0} day late", "{0} days late"),
        0 => over ? t["late"] : t["today"],
        1 => t["tomorrow"],
        _ => t.Plural(days, "in {0} day", "in {0} days"),
    };

    /// <param name="names">Of the people in it.</param>
    internal DeskLine Of(CaseRow row, CaseDefinition definition, Func<Guid?, string> names, string language) => new(
        CaseReference.Show(row.Reference!),
        row.Reference!,
        t.Pack(definition.Service.Title).Value,
        names(row.ApplicantId),
        Area(row, language),
        t.Formats().Date(Received.On(row, definition.Pack)!.Value),
        Due(row),
        definition.Service.Section<WorkflowSection>()?.Find(row.State) is { } state ? t.Pack(state.Title).Value : row.State,
        row.AssigneeId is null ? null : names(row.AssigneeId));
}
