using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;
using Platform.Modules.Statistics.Counting;
using Platform.Testing;

namespace Platform.Modules.Statistics.Tests;

/// <summary>Applications for the residence certificate of the starter pack, made through the stores.</summary>
internal static class Applications
{
    public const string Service = "residence-certificate";
    public const string Registry = "registry-office";
    public const string Web = Channels.Web;

    private static readonly CaseAccess All = new CaseAccess.AfterCommit();

    public static async Task<CaseRow> SendAsync(TestPlatform platform, TestPerson owner, string channel = Web)
    {
        var access = new CaseAccess.Owner(owner.PersonId);
        var actor = new Actor(owner.PersonId, null, channel);
        var drafts = platform.Services.GetRequiredService<DraftStore>();
        var definition = platform.Services.GetRequiredService<EditionStore>().Live(Service)!;
        var id = await drafts.CreateAsync(definition.Service, actor, access);
        var draft = await FindAsync(platform, id);
        foreach (var (page, typed) in Answers(platform))
        {
            await drafts.SaveAsync(draft, new DraftPage(page, 0, typed), actor, []);
        }

        await using var scope = platform.Services.CreateAsyncScope();
        Assert.NotNull((await scope.ServiceProvider.GetRequiredService<Submissions>().SubmitAsync(id, access, _ => actor))!.Reference);
        return await FindAsync(platform, id);
    }

    /// <summary>Sent, paid, accepted and rejected: a decision for which no certificate is drawn.</summary>
    public static async Task<CaseRow> DecideAsync(TestPlatform platform, TestPerson owner)
    {
        var one = await SendAsync(platform, owner);
        var act = platform.Services.GetRequiredService<Acts>().Begin(Actor.System);
        foreach (var fee in await platform.Services.GetRequiredService<CaseStore>().FeesAsync(one.CaseId, All))
        {
            act.Settle(one.CaseId, fee.N, FeeStates.Paid);
        }

        await act.Note(one.CaseId, "payments.received").CommitAsync();
        await DoAsync(platform, one.CaseId, "accept", Guid.CreateVersion7());
        await DoAsync(platform, one.CaseId, "reject", Guid.CreateVersion7());
        return await FindAsync(platform, one.CaseId);
    }

    public static async Task DoAsync(TestPlatform platform, Guid caseId, string action, Guid by)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var found = await FindAsync(platform, caseId);
        var mover = new Mover(new Actor(by, null, Web), All, (_, _) => true, _ => true);
        Assert.True((await scope.ServiceProvider.GetRequiredService<CaseMoves>().DoAsync(caseId, action, Fields(("reason", "No such village")), found.Version, mover))!.IsDone);
    }

    public static async Task<CaseRow> FindAsync(TestPlatform platform, Guid caseId) => (await platform.Services.GetRequiredService<CaseStore>().FindAsync(caseId, All))!;

    /// <summary>Runs the job that counts months.</summary>
    public static async Task CountAsync(TestPlatform platform)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CountMonths>().RunAsync(CancellationToken.None);
    }

    private static Dictionary<string, Typed> Answers(TestPlatform platform) => new()
    {
        ["applicant"] = Fields(("full_name.given", "Somebody"), ("birth_date.year", "1980")),
        ["address"] = Fields(("village", platform.Services.GetRequiredService<ActivePack>().Current.Pack.Areas.OfLevel("village").First().Code), ("since.year", "2019"), ("since.month", "4"), ("tenure", "owned")),
        ["household"] = Fields(("others", "")),
        ["purpose"] = Fields(("purpose", "school"), ("urgent", "no"), ("truthful", "yes")),
    };

    private static Typed Fields(params (string Name, string Value)[] fields) => fields.Aggregate(Typed.Nothing, (typed, field) => typed.With(field.Name, field.Value));
}
