using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Cases.Drafts;

/// <summary>What was typed on one page.</summary>
/// <param name="Version">From 1; 0 for a page never saved. Named by the next save.</param>
public sealed record DraftPage(string Page, long Version, Typed Typed)
{
    public static DraftPage Unsaved(string page) => new(page, 0, Typed.Nothing);
}

/// <summary>An application that came on paper, to be typed in.</summary>
/// <param name="ReceivedOn">The day it reached the office.</param>
/// <param name="Scan">Sealed with the key of the case that it becomes.</param>
public sealed record PaperApplication(DateOnly ReceivedOn, UploadedFile Scan);

/// <summary>Somebody saved this page meanwhile, in another tab or on another device. Nothing was written.</summary>
public sealed class PageConflictException(Exception inner) : Exception("The page was saved by somebody else meanwhile.", inner);

/// <summary>Begins drafts and keeps what is typed, page by page, sealed with the key of the case.</summary>
public sealed class DraftStore(Acts acts, CaseStore cases, CaseVault vault, ActivePack active, IOptions<CasesOptions> options)
{
    /// <summary>Begins a draft.</summary>
    /// <param name="actor">The applicant, or the official who files for the person at the counter.</param>
    /// <param name="owner">Whose case it is: a person, or the holder of a secret.</param>
    /// <param name="caseId">Chosen by a client that may ask twice; null: a new one.</param>
    /// <param name="paper">What it is typed in from; null where nothing was on paper.</param>
    /// <returns>The case's id.</returns>
    /// <exception cref="DuplicateException">The id is taken.</exception>
    /// <exception cref="ActConflictException">The id is a person's.</exception>
    /// <exception cref="RuleException">The service cannot be applied for on this day, or the person has too many drafts.</exception>
    public async Task<Guid> CreateAsync(ServiceDefinition service, Actor actor, CaseAccess.Owner owner, Guid? caseId = null, PaperApplication? paper = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(owner);
        var id = caseId ?? Guid.CreateVersion7();
        var act = acts.Begin(actor);
        OfferedNow.Demand(service, paper?.ReceivedOn ?? LocalDay.Of(act.At, active.Current.Pack));
        await DemandRoomAsync(owner, id, cancellationToken);
        await vault.CreateAsync(id);
        act
            // Keys belong to ids: with a person's id the case would get that person's key, and erasing the case would destroy it.
            .Do("insert into platform_act_guard (ok) select 0 where exists (select 1 from platform_person where person_id = @id)", new { id })
            .Do(
                $"""
                insert into cases_case (case_id, service, organization, area, area_path, state, final, version, act, applicant_id, filed_by, channel, received_on, scan_id, secret_hash, created_at, changed_at)
                values (@id, @service, @Organization, @Area, '', '{CaseStates.Draft}', @final, 1, @act, @applicant, @filedBy, @Channel, @received, @scan, @secret, @at, @at)
                """,
                new
                {
                    id,
                    service = service.Id,
                    service.Organization,
                    service.Area,
                    final = false,
                    applicant = owner.PersonId,
                    filedBy = actor.PersonId == owner.PersonId ? null : actor.PersonId,
                    actor.Channel,
                    received = paper?.ReceivedOn,
                    scan = paper?.Scan.Stored.Id,
                    secret = owner.PersonId is null ? owner.SecretHash : null,
                })
            .Event(id, CaseEventKinds.Created)
            .Audit("case", id, "cases.create", paper is null ? new { service = service.Id } : new { service = service.Id, received = paper.ReceivedOn, scan = paper.Scan.Stored.Id })
            .Once(id);
        if (paper is not null)
        {
            await NameAsync(act, id, paper.Scan);
        }

        await act.CommitAsync(cancellationToken);
        return id;
    }

    // Two that begin at one moment may pass it by one: it guards the disk, not a right.
    private async Task DemandRoomAsync(CaseAccess.Owner owner, Guid id, CancellationToken cancellationToken)
    {
        var most = options.Value.MostDrafts;
        if (owner.PersonId is { } person && await cases.CountDraftsAsync(person, id, most, cancellationToken) == most)
        {
            throw new RuleException("{0} applications are begun and not sent. Send one of them or delete one, then begin another.", most);
        }
    }

    /// <summary>What was typed, page by page.</summary>
    public async Task<IReadOnlyDictionary<string, DraftPage>> OpenAsync(StoredCase stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var pages = new Dictionary<string, DraftPage>();
        foreach (var one in stored.Pages)
        {
            pages[one.Page] = new(one.Page, one.Version, Typed.Stored(await vault.OpenPageAsync(stored.Case.CaseId, one.Page, one.Content)));
        }

        return pages;
    }

    /// <summary>Saves a page as it was typed, right or wrong.</summary>
    /// <param name="page">With the version that was shown.</param>
    /// <param name="files">Files that this save names for the first time.</param>
    /// <exception cref="PageConflictException">Another version of the page is stored by now, or the case is no longer open.</exception>
    public async Task SaveAsync(CaseRow found, DraftPage page, Actor actor, IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(files);
        var content = await vault.SealPageAsync(found.CaseId, page.Page, page.Typed.ToJson());
        var act = RequireOpen(Write(acts.Begin(actor), found.CaseId, page, content), found);
        foreach (var file in files)
        {
            await NameAsync(act, found.CaseId, file);
        }

        try
        {
            await act.Audit("case", found.CaseId, "cases.save", new { page = page.Page, version = page.Version + 1 }).CommitAsync(cancellationToken);
        }
        catch (Exception error) when (error is ActConflictException or DuplicateException { Table: "cases_page" })
        {
            throw new PageConflictException(error);
        }
    }

    /// <summary>Names a file that no page has named yet.</summary>
    /// <exception cref="ActConflictException">The case is no longer open.</exception>
    public async Task AddAsync(CaseRow found, UploadedFile file, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(file);
        var act = RequireOpen(acts.Begin(actor), found);
        await NameAsync(act, found.CaseId, file);
        await act.Audit("case", found.CaseId, "cases.upload", new { file = file.Stored.Id }).CommitAsync(cancellationToken);
    }

    private static Act Write(Act act, Guid caseId, DraftPage page, byte[] content) => page.Version == 0
        ? act.Do(
            "insert into cases_page (case_id, page, version, act, saved_at, content) values (@caseId, @Page, 1, @act, @at, @content)",
            new { caseId, page.Page, content })
        : act.Guard(
            "cases_page",
            "case_id",
            caseId,
            "update cases_page set version = version + 1, act = @act, saved_at = @at, content = @content where case_id = @caseId and page = @Page and version = @Version",
            new { caseId, page.Page, page.Version, content });

    // The row is counted up and so taken: whoever sends the case at the same moment waits and then sees this page, or was first and it is refused.
    private static Act RequireOpen(Act act, CaseRow found) => act.Do($"update cases_case set saves = saves + 1, changed_at = case when state = '{CaseStates.Draft}' then @at else changed_at end where case_id = @CaseId", new { found.CaseId }).Do(
        "insert into platform_act_guard (ok) select 0 where not exists (select 1 from cases_case where case_id = @CaseId and state = @State and erased_at is null)",
        new { found.CaseId, found.State });

    private async Task NameAsync(Act act, Guid caseId, UploadedFile file)
    {
        var content = await vault.SealFileAsync(caseId, file.Stored.Id, new JsonObject { ["name"] = file.Name, ["type"] = file.Stored.Type.MediaType });
        act.Do(
            "insert into cases_file (case_id, file_id, size, stored_at, content) values (@caseId, @Id, @Length, @at, @content)",
            new { caseId, file.Stored.Id, file.Stored.Length, content });
        // Of several that come at one moment as well.
        act.Do("insert into platform_act_guard (ok) select 0 where (select count(*) from cases_file where case_id = @caseId) > @MostFiles", new { caseId, options.Value.MostFiles });
    }
}
