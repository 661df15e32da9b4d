using System.Text.Json;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Core.People;
using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Preferences;
using Platform.Modules.Notices.Sending;
using Platform.Modules.Notices.Writing;

namespace Platform.Modules.Notices.Inbox;

/// <summary>All SQL of notices. What a notice says is sealed with the key of its case.</summary>
public sealed class NoticeStore(Db db, Acts acts, KeyStore keys)
{
    private const string Columns = "notice_id, case_id, person_id, name, language, content, created_at, read_at";

    /// <summary>Newest first; notices of erased cases are not among them.</summary>
    /// <param name="before">The last notice of the page before.</param>
    public Task<IReadOnlyList<Notice>> ListAsync(Guid person, int limit, Guid? before = null, CancellationToken cancellationToken = default) => QueryAsync(
        $"person_id = @person {(before is null ? "" : "and notice_id < @before")} order by notice_id desc limit @limit", new { person, before, limit }, cancellationToken);

    /// <returns>Null where there is no such notice for this person.</returns>
    public async Task<Notice?> FindAsync(Guid noticeId, Guid person, CancellationToken cancellationToken = default) =>
        (await QueryAsync("notice_id = @noticeId and person_id = @person", new { noticeId, person }, cancellationToken)).SingleOrDefault();

    /// <summary>Everything written in a case. Ask only after the case itself was found for the reader.</summary>
    public Task<IReadOnlyList<Notice>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken = default) =>
        QueryAsync("case_id = @caseId order by notice_id desc", new { caseId }, cancellationToken);

    public async Task<long> CountUnreadAsync(Guid person, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>("select count(*) from notices_notice where person_id = @person and read_at is null", new { person });
    }

    public async Task MarkReadAsync(Actor reader, Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (!notice.IsRead)
        {
            await acts.Begin(reader)
                .Do("update notices_notice set read_at = @at, act = @act where notice_id = @NoticeId and read_at is null", new { notice.NoticeId })
                .Audit("case", notice.CaseId, "notices.read", new { notice = notice.NoticeId })
                .CommitAsync();
        }
    }

    /// <summary>For delivery: whoever it is for.</summary>
    internal async Task<Notice?> FindAsync(Guid noticeId, CancellationToken cancellationToken) =>
        (await QueryAsync("notice_id = @noticeId", new { noticeId }, cancellationToken)).SingleOrDefault();

    /// <exception cref="DuplicateException">It had been written.</exception>
    internal async Task AddAsync(NoticeDue due, Guid? person, Route route, NoticeText text)
    {
        var key = await keys.GetAsync(due.CaseId);
        var content = Cipher.Seal(key, Place(due.NoticeId), JsonSerializer.SerializeToUtf8Bytes(text));
        var act = acts.Begin(Actor.System).Do(
            """
            insert into notices_notice (notice_id, case_id, person_id, seq, name, language, content, created_at, act)
            values (@NoticeId, @CaseId, @person, @Seq, @Name, @Language, @content, @at, @act)
            """,
            new { due.NoticeId, due.CaseId, person, due.Seq, due.Name, route.Language, content });
        foreach (var channel in route.Channels)
        {
            DeliveryStore.Add(act, due.NoticeId, due.CaseId, channel);
        }

        await act.Audit("case", due.CaseId, "notices.write", new { notice = due.NoticeId, name = due.Name, channels = route.Channels }).CommitAsync();
    }

    /// <summary>Removes what was written in an erased case; nothing of it is sent any more.</summary>
    internal Task ForgetAsync(Guid caseId) => acts.Begin(Actor.System)
        .Do("delete from notices_delivery where case_id = @caseId", new { caseId })
        .Do("delete from notices_notice where case_id = @caseId", new { caseId })
        .Audit("case", caseId, "notices.forget")
        .CommitAsync();

    internal static RowIdentity Place(Guid noticeId) => new("notices_notice", "content", noticeId);

    private async Task<IReadOnlyList<Notice>> QueryAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        var rows = await db.ReadAsync<NoticeRow>($"select {Columns} from notices_notice where {condition}", parameters, cancellationToken);
        var opened = await keys.GetManyAsync(rows.Select(r => r.CaseId), cancellationToken);
        return [.. rows.Where(r => opened.ContainsKey(r.CaseId)).Select(r => Open(r, opened[r.CaseId]))];
    }

    private static Notice Open(NoticeRow row, SecretKey key)
    {
        var text = JsonSerializer.Deserialize<NoticeText>(Cipher.Open(key, Place(row.NoticeId), row.Content))!;
        return new(row.NoticeId, row.CaseId, row.PersonId, row.Name, row.Language, row.CreatedAt, row.ReadAt is not null, text);
    }
}
