using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Statistics.Counting;
using Platform.Modules.Statistics.Figures;

namespace Platform.Modules.Statistics.Ratings;

/// <summary>All SQL of ratings. Comments are sealed with the key of their case.</summary>
public sealed class RatingStore(Db db, Acts acts, KeyStore keys, ActivePack active, TimeProvider clock)
{
    /// <param name="found">A case that came out of its store for its applicant.</param>
    /// <returns>Null where she has not said anything.</returns>
    public async Task<Rating?> OfAsync(CaseRow found, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        var rows = await db.ReadAsync<RatingRow>("select step, comment, month from statistics_rating where case_id = @CaseId", new { found.CaseId }, cancellationToken);
        return rows is [var row]
            ? new((int)row.Step, row.Comment is null ? null : Cipher.OpenText(await keys.GetAsync(found.CaseId, cancellationToken), Place(found.CaseId), row.Comment)) { IsClosed = row.Month != MonthOf(clock.Now()) }
            : null;
    }

    /// <summary>Keeps what the applicant says; saying it again replaces it, until the month is over whose figures it counts in.</summary>
    /// <param name="found">A case that came out of its store for its applicant.</param>
    /// <exception cref="ActConflictException">The case was erased meanwhile.</exception>
    /// <exception cref="KeyErasedException">The same.</exception>
    public async Task RateAsync(CaseRow found, Rating rating, Actor applicant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(rating);
        var comment = rating.Comment is null ? null : Cipher.Seal(await keys.GetAsync(found.CaseId, cancellationToken), Place(found.CaseId), rating.Comment);
        var act = acts.Begin(applicant);
        var month = MonthOf(act.At);
        await act.Do(
            """
            insert into statistics_rating (rating_id, case_id, act, month, service, organization, area_path, step, comment)
            values (@ratingId, @CaseId, @act, @month, @Service, @Organization, @AreaPath, @Step, @comment)
            on conflict (case_id) do update set act = excluded.act, step = excluded.step, comment = excluded.comment where statistics_rating.month = excluded.month
            """,
            new { ratingId = Guid.CreateVersion7(), found.CaseId, month, found.Service, found.Organization, found.AreaPath, rating.Step, comment })
            .RequireNotErased(found.CaseId)
            .Audit("case", found.CaseId, "statistics.rate")
            .CommitAsync(cancellationToken);
    }

    /// <summary>What was written about decisions until the end of a month, newest month first; within it in no order that says when. One more than asked for where there are more.</summary>
    /// <param name="scope">Where the reader may read comments.</param>
    public async Task<IReadOnlyList<Comment>> CommentsAsync(Scope scope, DateOnly until, int limit, int skip, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var parameters = new DynamicParameters(new { until, limit = limit + 1, skip });
        var rows = await db.ReadAsync<CommentRow>(
            $"""
            select case_id, month, service, comment from statistics_rating
            where comment is not null and case_id is not null and month <= @until and {scope.ToSql("organization", "area_path", parameters)}
            order by month desc, comment limit @limit offset @skip
            """,
            parameters,
            cancellationToken);
        var opened = await keys.GetManyAsync(rows.Select(r => r.CaseId), cancellationToken);
        return [.. rows.Where(r => opened.ContainsKey(r.CaseId)).Select(r => new Comment(r.Month, r.Service, Cipher.OpenText(opened[r.CaseId], Place(r.CaseId), r.Comment)))];
    }

    /// <summary>How many gave each step, by month and body.</summary>
    internal Task<IReadOnlyList<Tally>> TalliesAsync(DateOnly from, DateOnly last, CancellationToken cancellationToken = default) => db.ReadAsync<Tally>(
        """
        select month, organization, cast(step as text) as key, count(*) as count from statistics_rating
        where month >= @from and month <= @last group by month, organization, step
        """,
        new { from, last },
        cancellationToken);

    /// <summary>Takes the case out of its rating. What stays is one step among those of a month, and nobody's; doing it again changes nothing.</summary>
    internal Task ForgetAsync(Guid caseId) => acts.Begin(Actor.System)
        .Do("update statistics_rating set case_id = null, act = null, area_path = '', comment = null where case_id = @caseId", new { caseId })
        .Audit("case", caseId, "statistics.forget")
        .CommitAsync();

    internal static RowIdentity Place(Guid caseId) => new("statistics_rating", "comment", caseId);

    private DateOnly MonthOf(Instant moment) => CountMonths.MonthOf(LocalDay.Of(moment, active.Current.Pack));

    private sealed record RatingRow
    {
        public required long Step { get; init; }

        public required DateOnly Month { get; init; }

        public byte[]? Comment { get; init; }
    }

    private sealed record CommentRow
    {
        public required Guid CaseId { get; init; }

        public required DateOnly Month { get; init; }

        public required string Service { get; init; }

        public required byte[] Comment { get; init; }
    }
}
