using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Outbox;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;
using Platform.Modules.Documents.Sheets;
using Platform.Testing;

namespace Platform.Modules.Documents.Tests;

/// <summary>Certificates of residence, issued the whole way through the stores: drafted, sent, paid, approved.</summary>
internal static class Issued
{
    public const string Service = "residence-certificate";
    public const string Holder = "Noy Kham";

    public static CaseAccess Anyone => new CaseAccess.AfterCommit();

    public static string Village(TestPlatform platform) =>
        platform.Services.GetRequiredService<ActivePack>().Current.Pack.Areas.OfLevel("village").First().Code;

    /// <summary>A certificate of a new citizen.</summary>
    /// <param name="deliver">Also signs it and prints it.</param>
    public static async Task<(TestPerson Owner, FoundDocument Document)> OneAsync(TestPlatform platform, string name = Holder, string house = "Third house", bool deliver = true)
    {
        var owner = await platform.CitizenAsync();
        var caseId = await SubmittedAsync(platform, owner.PersonId, name, house);
        await ApproveAsync(platform, caseId);
        if (deliver)
        {
            await DeliverAsync(platform);
        }

        return (owner, Assert.Single(await platform.Services.GetRequiredService<DocumentStore>().ListAsync(new CaseAccess.Owner(owner.PersonId))));
    }

    public static async Task<Guid> SubmittedAsync(TestPlatform platform, Guid owner, string name = Holder, string house = "Third house")
    {
        var service = platform.Services.GetRequiredService<EditionStore>().Live(Service)!.Service;
        var drafts = platform.Services.GetRequiredService<DraftStore>();
        var id = await drafts.CreateAsync(service, By(owner), new CaseAccess.Owner(owner));
        var found = (await platform.Services.GetRequiredService<CaseStore>().FindAsync(id, Anyone))!;
        foreach (var (page, typed) in Answers(platform, name, house))
        {
            await drafts.SaveAsync(found, new DraftPage(page, 0, typed), By(owner), []);
        }

        await using var scope = platform.Services.CreateAsyncScope();
        var sent = await scope.ServiceProvider.GetRequiredService<Submissions>().SubmitAsync(id, new CaseAccess.Owner(owner), _ => By(owner));
        return sent!.Reference is null ? throw new InvalidOperationException("The draft is not complete.") : id;
    }

    public static async Task ApproveAsync(TestPlatform platform, Guid caseId)
    {
        await PayAsync(platform, caseId);
        await MoveAsync(platform, caseId, "accept");
        await MoveAsync(platform, caseId, "approve");
    }

    /// <summary>Does what waits in the outbox, and waits for what the platform itself has begun to do.</summary>
    public static async Task DeliverAsync(TestPlatform platform)
    {
        var outbox = platform.Services.GetRequiredService<OutboxStore>();
        for (var tries = 0; tries < 300 && await outbox.CountWaitingAsync() > 0; tries++)
        {
            await platform.Services.GetRequiredService<OutboxDispatcher>().DeliverAsync();
            await Task.Delay(100);
        }

        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        Assert.Empty(await connection.QueryAsync<string>("select handler || ': ' || coalesce(error, 'not delivered') from platform_outbox"));
    }

    public static async Task<FoundDocument> AgainAsync(TestPlatform platform, FoundDocument document) =>
        (await platform.Services.GetRequiredService<DocumentStore>().FindAsync(document.Row.DocumentId, Anyone))!;

    public static Task<OpenDocument> OpenAsync(TestPlatform platform, FoundDocument document) =>
        platform.Services.GetRequiredService<DocumentReading>().OpenAsync(document);

    public static async Task<long> CountAsync(TestPlatform platform, string table)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.ExecuteScalarAsync<long>($"select count(*) from {table}");
    }

    private static async Task MoveAsync(TestPlatform platform, Guid caseId, string action)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var found = (await platform.Services.GetRequiredService<CaseStore>().FindAsync(caseId, Anyone))!;
        var mover = new Mover(By(Guid.CreateVersion7()), Anyone, (_, _) => true, _ => true);
        Assert.True((await scope.ServiceProvider.GetRequiredService<CaseMoves>().DoAsync(caseId, action, Typed.Nothing, found.Version, mover))!.IsDone);
    }

    private static async Task PayAsync(TestPlatform platform, Guid caseId)
    {
        var act = platform.Services.GetRequiredService<Acts>().Begin(Actor.System);
        foreach (var fee in await platform.Services.GetRequiredService<CaseStore>().FeesAsync(caseId, Anyone))
        {
            act.Settle(caseId, fee.N, FeeStates.Paid);
        }

        await act.CommitAsync();
    }

    private static Dictionary<string, Typed> Answers(TestPlatform platform, string name, string house) => new()
    {
        ["applicant"] = Fields(("full_name.given", name), ("birth_date.year", "1980")),
        ["address"] = Fields(("village", Village(platform)), ("house", house), ("since.year", "2019"), ("since.month", "4"), ("tenure", "owned")),
        ["household"] = Fields(("others.0.other_name.given", "Dao"), ("others.0.other_birth_date.year", "2010")),
        ["purpose"] = Fields(("purpose", "school"), ("urgent", "no"), ("truthful", "yes")),
    };

    private static Typed Fields(params (string Name, string Value)[] fields) =>
        fields.Aggregate(Typed.Nothing, (typed, field) => typed.With(field.Name, field.Value));

    private static Actor By(Guid person) => new(person, null, Channels.Web);
}
