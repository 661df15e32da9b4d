using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Keys.Subjects;
using Platform.Core.Outbox;
using Platform.Core.People;

namespace Platform.Modules.Cases.Erasure;

/// <summary>
/// Erases what a case holds of people: its key is destroyed, its search tokens are deleted, its files are removed. What stays says that there was
/// a case, not what it was about.
/// </summary>
public sealed class Erasures(Acts acts)
{
    /// <summary>Marks the case erased in one act; the key goes right after commit.</summary>
    /// <exception cref="ActConflictException">There is no such case, or it was erased before.</exception>
    public Task EraseAsync(Guid caseId, Actor actor, CancellationToken cancellationToken = default) => EraseAsync(caseId, actor, "", default, cancellationToken);

    /// <summary>The same for a draft, unless somebody has gone on with it.</summary>
    /// <exception cref="ActConflictException">It was touched since, sent or erased.</exception>
    internal Task EraseDraftAsync(Guid draft, Instant untouchedSince, CancellationToken cancellationToken) =>
        EraseAsync(draft, Actor.System, $"and state = '{CaseStates.Draft}' and changed_at < @before", untouchedSince, cancellationToken);

    /// <summary>The same for a draft that its applicant no longer wants.</summary>
    /// <exception cref="ActConflictException">It was sent meanwhile, or erased.</exception>
    internal Task DeleteDraftAsync(Guid draft, Actor applicant, CancellationToken cancellationToken) =>
        EraseAsync(draft, applicant, "and reference is null", default, cancellationToken);

    private Task EraseAsync(Guid caseId, Actor actor, string only, Instant before, CancellationToken cancellationToken) => acts.Begin(actor)
        .Guard(
            "cases_case",
            "case_id",
            caseId,
            $"update cases_case set erased_at = @at, version = version + 1, act = @act, changed_at = @at, queue = null where case_id = @caseId and erased_at is null {only}",
            new { caseId, before })
        .Do("delete from cases_token where case_id = @caseId", new { caseId })
        .Do("delete from platform_idempotency where subject_id = @caseId", new { caseId })
        .Event(caseId, CaseEventKinds.Erased)
        .Audit("case", caseId, "cases.erase")
        .Publish(new CaseErased(caseId))
        .CommitAsync(cancellationToken);
}

/// <summary>Destroys the key and removes the files; doing it again does nothing.</summary>
internal sealed class DestroyKey(KeyStore keys, CaseStore cases, FileStore files) : IHandle<CaseErased>
{
    public async Task HandleAsync(CaseErased message, CancellationToken cancellationToken)
    {
        await keys.EraseAsync(message.CaseId, cancellationToken);
        foreach (var file in await cases.FilesAsync(message.CaseId, new CaseAccess.AfterCommit(), cancellationToken))
        {
            files.Delete(file.FileId);
        }
    }
}
