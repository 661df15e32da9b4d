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
using Platform.Modules.Payments.Receipts;
using Platform.Testing;

namespace Platform.Modules.Payments.Tests;

/// <summary>Cases of the residence certificate that owe a fee, made through the stores.</summary>
internal static class Counter
{
    public const string Registry = "registry-office";

    private static readonly CaseAccess All = new CaseAccess.AfterCommit();

    public static async Task<CaseRow> CaseAsync(TestPlatform platform)
    {
        var owner = await platform.CitizenAsync();
        var access = new CaseAccess.Owner(owner.PersonId);
        var actor = new Actor(owner.PersonId, null, Channels.Web);
        var drafts = platform.Services.GetRequiredService<DraftStore>();
        var definition = platform.Services.GetRequiredService<EditionStore>().Live("residence-certificate")!;
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

    public static async Task<CaseRow> FindAsync(TestPlatform platform, Guid caseId) => (await platform.Services.GetRequiredService<CaseStore>().FindAsync(caseId, All))!;

    public static Task<IReadOnlyList<CaseFee>> FeesAsync(TestPlatform platform, CaseRow one) => platform.Services.GetRequiredService<CaseStore>().FeesAsync(one.CaseId, All);

    public static Task<Guid> ReceiveAsync(TestPlatform platform, CaseRow one, long amount = 500, Guid? by = null) =>
        platform.Services.GetRequiredService<Cashier>().ReceiveAsync(one, All, amount, new Actor(by ?? Guid.CreateVersion7(), one.ApplicantId, Channels.Counter));

    public static async Task<Receipt> ReceiptAsync(TestPlatform platform, Guid id) =>
        (await platform.Services.GetRequiredService<ReceiptStore>().FindAsync(id, new Scope([new ScopePart(Registry, null)])))!;

    public static Task CancelAsync(TestPlatform platform, Receipt receipt, Guid by) =>
        platform.Services.GetRequiredService<Cashier>().CancelAsync(receipt, All, CancelReasons.WrongCase, new Actor(by, null, Channels.Counter));

    /// <summary>True where it was done, false where it was refused.</summary>
    public static async Task<bool> TriedAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception refused) when (refused is ActConflictException or RuleException)
        {
            return false;
        }
    }

    /// <summary>A move by an official, as one request would do it.</summary>
    public static async Task<bool> DoAsync(TestPlatform platform, TestPerson official, Guid caseId, string action, string reason = "")
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var found = await FindAsync(platform, caseId);
        var mover = new Mover(new Actor(official.PersonId, null, Channels.Web), All, (_, by) => by.Contains("registrar"), _ => true);
        return await scope.ServiceProvider.GetRequiredService<CaseMoves>().DoAsync(caseId, action, Fields(("reason", reason)), found.Version, mover) is { IsDone: true };
    }

    /// <summary>The applicant withdraws her case.</summary>
    public static async Task<bool> WithdrawAsync(TestPlatform platform, CaseRow one)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var found = await FindAsync(platform, one.CaseId);
        var mover = new Mover(new Actor(one.ApplicantId, null, Channels.Web), All, (_, by) => by.Contains(WorkflowStep.Applicant), _ => false);
        return await scope.ServiceProvider.GetRequiredService<CaseMoves>().DoAsync(one.CaseId, "withdraw", Typed.Nothing, found.Version, mover) is { IsDone: true };
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
