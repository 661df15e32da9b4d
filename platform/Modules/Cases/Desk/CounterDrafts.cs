using Dapper;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;

namespace Platform.Modules.Cases.Desk;

/// <summary>A draft that a clerk began for somebody and has not sent.</summary>
public sealed record CounterDraft(Guid CaseId, string Service, string Person);

/// <summary>Applications filled in at the counter, with both identities on record: the clerk's and the person's.</summary>
public sealed class CounterDrafts(Db db, DraftStore drafts, EditionStore editions, PeopleNames names, IStringLocalizer t)
{
    private const int Shown = 20;

    /// <param name="clerk">The clerk, acting for the person.</param>
    public Task<Guid> BeginAsync(ServiceDefinition service, Actor clerk, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        return drafts.CreateAsync(service, clerk, new CaseAccess.Owner(clerk.ForPersonId), cancellationToken: cancellationToken);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<CounterDraft>> OfAsync(Guid clerk, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters();
        var rows = await db.ReadAsync<CaseRow>(
            $"select {CaseRow.Columns} from cases_case where state = '{CaseStates.Draft}' and erased_at is null and {new CaseAccess.Clerk(clerk).ToSql(parameters)} order by case_id desc limit {Shown}",
            parameters,
            cancellationToken);
        var called = await names.OfAsync(rows.Select(r => r.ApplicantId), cancellationToken: cancellationToken);
        return [.. rows.Select(r => new CounterDraft(r.CaseId, editions.Live(r.Service) is { } live ? t.Pack(live.Service.Title).Value : r.Service, called(r.ApplicantId)))];
    }
}
