using Dapper;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;

namespace Platform.Modules.Cases.Desk;

/// <summary>A draft that a clerk began for somebody and has not sent.</summary>
public sealed record CounterDraft(Guid CaseId, string Service, string Person);

/// <summary>Applications filled in at the counter, with both identities on record: the clerk's and the person's.</summary>
public sealed class CounterDrafts(Db db, DraftStore drafts, CaseVault vault, CaseFiles files, EditionStore editions, PeopleNames names, IStringLocalizer t)
{
    /// <summary>What a scan may be: a paper or a picture of one.</summary>
    public static readonly FileLimits Scans = new(20_000_000, FileType.PapersAndPictures);

    public const int PageSize = 20;

    /// <param name="clerk">The clerk, acting for the person.</param>
    public Task<Guid> BeginAsync(ServiceDefinition service, Actor clerk, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        return drafts.CreateAsync(service, clerk, new CaseAccess.Owner(clerk.ForPersonId), cancellationToken: cancellationToken);
    }

    /// <summary>Begins an application that came on paper: its scan is kept with it.</summary>
    /// <param name="clerk">The clerk, acting for the person.</param>
    /// <exception cref="FileRefusedException">The scan is not accepted; nothing was begun.</exception>
    public async Task<Guid> BeginAsync(ServiceDefinition service, Actor clerk, DateOnly receivedOn, string name, Stream scan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        var id = Guid.CreateVersion7();
        await vault.CreateAsync(id);
        var paper = new PaperApplication(receivedOn, await files.StoreAsync(id, name, scan, Scans, cancellationToken));
        return await drafts.CreateAsync(service, clerk, new CaseAccess.Owner(clerk.ForPersonId), id, paper, cancellationToken);
    }

    /// <summary>The newest first; one more than <see cref="PageSize"/> where there are more.</summary>
    /// <param name="before">The last of the page before.</param>
    public async Task<IReadOnlyList<CounterDraft>> OfAsync(Guid clerk, Guid? before = null, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters(new { before });
        var after = before is null ? "" : "and case_id < @before";
        var rows = await db.ReadAsync<CaseRow>(
            $"select {CaseRow.Columns} from cases_case where state = '{CaseStates.Draft}' and erased_at is null and {new CaseAccess.Clerk(clerk).ToSql(parameters)} {after} order by case_id desc limit {PageSize + 1}",
            parameters,
            cancellationToken);
        var called = await names.OfAsync(rows.Select(r => r.ApplicantId), cancellationToken: cancellationToken);
        return [.. rows.Select(r => new CounterDraft(r.CaseId, editions.Live(r.Service) is { } live ? t.Pack(live.Service.Title).Value : r.Service, called(r.ApplicantId)))];
    }
}
