using Dapper;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases;

namespace Platform.Modules.Sample;

/// <summary>All SQL of the register. What an official reads takes her <see cref="Scope"/>: not hers is not there.</summary>
public sealed class SampleStore(Db db, Acts acts)
{
    /// <summary>The event that a case's timeline shows.</summary>
    public const string Ended = "sample.ended";

    /// <summary>The newest entries.</summary>
    public async Task<IReadOnlyList<Entry>> ListAsync(Scope scope, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var parameters = new DynamicParameters(new { limit });
        return await db.ReadAsync<Entry>(
            $"select {Entry.Columns} from sample_entry where {scope.ToSql("organization", "area_path", parameters)} order by entry_id desc limit @limit", parameters, cancellationToken);
    }

    /// <param name="number">Eight characters, as <see cref="EntryNumber.Parse"/> gives.</param>
    public async Task<Entry?> FindAsync(string number, Scope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var parameters = new DynamicParameters(new { number });
        var found = await db.ReadAsync<Entry>(
            $"""
            select {Entry.Columns} from sample_entry
            where entry_id = (select n.entry_id from sample_number n where n.number = @number) and {scope.ToSql("organization", "area_path", parameters)}
            """,
            parameters, cancellationToken);
        return found.SingleOrDefault();
    }

    /// <summary>A person's own: how many are valid.</summary>
    public async Task<long> CountValidAsync(Guid personId, CancellationToken cancellationToken = default) =>
        (await db.ReadAsync<long>("select count(*) from sample_entry where person_id = @personId and ended_at is null", new { personId }, cancellationToken))[0];

    /// <summary>Ends an entry: the row, its audit line and its message go in together.</summary>
    /// <exception cref="RuleException">It has ended already; somebody else was faster, or it was shown for long.</exception>
    public async Task EndAsync(Entry entry, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        try
        {
            await acts.Begin(by)
                .Guard(
                    "sample_entry", "entry_id", entry.EntryId,
                    "update sample_entry set ended_at = @at, act = @act where entry_id = @EntryId and ended_at is null", new { entry.EntryId })
                .Audit("case", entry.CaseId, SamplePermissions.End, new { entry = entry.EntryId })
                .Publish(new EntryEnded(entry.EntryId))
                .CommitAsync(cancellationToken);
        }
        catch (ActConflictException)
        {
            throw new RuleException("This entry has ended already.");
        }
    }

    /// <summary>Adds an entry to the act that moves its case.</summary>
    internal static void Enter(Act act, Entry entry) => act
        .Do("insert into sample_number (number, entry_id) values (@Number, @EntryId)", new { entry.Number, entry.EntryId })
        .Do(
            """
            insert into sample_entry (entry_id, number, case_id, person_id, service, kind, organization, area_path, valid_until, entered_at, act)
            values (@EntryId, @Number, @CaseId, @PersonId, @Service, @Kind, @Organization, @AreaPath, @ValidUntil, @at, @act)
            """,
            new { entry.EntryId, entry.Number, entry.CaseId, entry.PersonId, entry.Service, entry.Kind, entry.Organization, entry.AreaPath, entry.ValidUntil })
        .Audit("case", entry.CaseId, "sample.enter", new { entry = entry.EntryId, entry.Kind });

    /// <summary>For the platform itself, after commit.</summary>
    internal async Task<Entry?> AfterCommitAsync(Guid entryId, CancellationToken cancellationToken) =>
        (await db.ReadAsync<Entry>($"select {Entry.Columns} from sample_entry where entry_id = @entryId", new { entryId }, cancellationToken)).SingleOrDefault();

    /// <summary>For the job: entries whose last day is over.</summary>
    internal Task<IReadOnlyList<Entry>> OverAsync(DateOnly today, int limit, CancellationToken cancellationToken) => db.ReadAsync<Entry>(
        $"select {Entry.Columns} from sample_entry where ended_at is null and valid_until < @today order by valid_until limit @limit", new { today, limit }, cancellationToken);

    /// <summary>Writes the end into the case's timeline, once.</summary>
    /// <exception cref="ActConflictException">It stands there already.</exception>
    internal Task TellCaseAsync(Entry entry, CancellationToken cancellationToken) => acts.Begin(Actor.System)
        .Guard(
            "sample_entry", "entry_id", entry.EntryId,
            "update sample_entry set told_at = @at, act = @act where entry_id = @EntryId and told_at is null", new { entry.EntryId })
        .Note(entry.CaseId, Ended)
        .CommitAsync(cancellationToken);
}
