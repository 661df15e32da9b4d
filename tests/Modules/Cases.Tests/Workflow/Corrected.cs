using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Modules.Cases.Workflow;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Workflow;

/// <summary>Cases that officials and applicants move by turns, through the stores.</summary>
internal static class Corrected
{
    private static readonly CaseAccess All = new CaseAccess.AfterCommit();

    /// <summary>Sends a draft.</summary>
    public static async Task<Guid> SentAsync(TestPlatform platform, Guid owner, Dictionary<string, Typed>? answers = null, string service = Residence.Service)
    {
        var id = await Residence.DraftAsync(platform, owner, answers, service);
        Assert.NotNull((await Residence.SubmitAsync(platform, id, owner))!.Reference);
        return id;
    }

    /// <summary>An official's steps, one after the other.</summary>
    public static async Task MoveAsync(TestPlatform platform, Guid caseId, Guid official, params string[] actions)
    {
        foreach (var action in actions)
        {
            await DoAsync(platform, caseId, action, new Mover(Residence.By(official), All, (_, by) => by.Any(b => b != WorkflowStep.Applicant), _ => true));
        }
    }

    /// <summary>The applicant answers one page anew and sends the case again.</summary>
    public static async Task ResendAsync(TestPlatform platform, Guid caseId, Guid owner, string page, Typed typed)
    {
        await SaveAsync(platform, caseId, owner, page, typed);
        await DoAsync(platform, caseId, "resubmit", Applicant(owner));
    }

    public static async Task SaveAsync(TestPlatform platform, Guid caseId, Guid owner, string page, Typed typed) =>
        await Residence.SaveAsync(platform, caseId, owner, new DraftPage(page, (await Residence.OpenAsync(platform, caseId, owner))!.Page(page).Version, typed));

    public static Mover Applicant(Guid owner) => new(Residence.By(owner), new CaseAccess.Owner(owner), (_, by) => by.Contains(WorkflowStep.Applicant), _ => false);

    public static async Task DoAsync(TestPlatform platform, Guid caseId, string action, Mover mover)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var found = await Office.FindAsync(platform, caseId);
        var moved = await scope.ServiceProvider.GetRequiredService<CaseMoves>().DoAsync(caseId, action, Residence.Fields(("reason", "A reason")), found.Version, mover);
        Assert.True(moved is { IsDone: true }, action);
    }
}
