using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Outbox;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Api;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Demo;

/// <summary>A step of another module in an invented case, done by that module's own act.</summary>
/// <param name="acts">Acts as of the day of the step.</param>
public delegate Task DoDemoStep(DemoStep step, CaseRow found, Actor by, Acts acts);

/// <summary>
/// Makes the cases of the pack's <c>demo.yaml</c> by the acts that everybody uses, with a clock set back to their days. An instance that has cases
/// gets none. Only the host calls this, and only with <c>--demo</c>.
/// </summary>
public sealed class DemoCases
{
    private static readonly CaseAccess Any = new CaseAccess.AfterCommit();

    private readonly IServiceProvider services;
    private readonly DemoClock clock;
    private readonly Acts acts;
    private readonly CaseStore cases;

    internal DemoCases(IServiceProvider services)
    {
        this.services = services;
        cases = services.GetRequiredService<CaseStore>();
        clock = new DemoClock(services.GetRequiredService<TimeProvider>());
        acts = new Acts(services.GetRequiredService<Db>(), services.GetRequiredService<OutboxRoutes>(), clock);
    }

    /// <param name="people">Everybody of the demonstration, by the ids of <c>demo.yaml</c>.</param>
    /// <param name="other">Does what is no step of a workflow.</param>
    /// <exception cref="InvalidOperationException">The file asks for what the service does not allow.</exception>
    public async Task MakeAsync(IReadOnlyDictionary<string, Guid> people, DoDemoStep other)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(other);
        if (await cases.AnyAsync())
        {
            return;
        }

        foreach (var one in DemoCase.Of(services.GetRequiredService<ActivePack>().Current.Pack).OrderByDescending(c => c.DaysAgo))
        {
            await using var scope = services.CreateAsyncScope();
            await MakeAsync(one, people, other, scope.ServiceProvider);
        }
    }

    private async Task MakeAsync(DemoCase one, IReadOnlyDictionary<string, Guid> people, DoDemoStep other, IServiceProvider scope)
    {
        clock.DaysAgo = one.DaysAgo;
        var drafts = ActivatorUtilities.CreateInstance<DraftStore>(scope, acts);
        var open = new OpenCases(
            cases, drafts, scope.GetRequiredService<EditionStore>(), scope.GetRequiredService<Facts.FactFinder>(), scope.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer>(), clock);
        var applicant = ApplicantOf(one, people);
        var found = await FillAsync(one, people, applicant, drafts, scope);
        if (one.IsDraft)
        {
            return;
        }

        var sent = await ActivatorUtilities.CreateInstance<Submissions>(scope, acts, open).SubmitAsync(found.CaseId, Any, _ => applicant);
        Require(sent?.Reference is not null, one, $"the answers are not complete on {string.Join(", ", sent?.Open?.Filled.Pages.Where(p => !p.IsComplete).Select(p => p.Page.Id) ?? [])}");
        var moves = ActivatorUtilities.CreateInstance<CaseMoves>(scope, acts, open);
        foreach (var step in one.History)
        {
            await DoAsync(one, step, found.CaseId, people[step.By], moves, other);
        }
    }

    private static Actor ApplicantOf(DemoCase one, IReadOnlyDictionary<string, Guid> people) => one switch
    {
        { Person: null } => Actor.Anonymous(Channels.Web),
        { FiledBy: { } clerk, Person: { } person } => new(people[clerk], people[person], Channels.Counter),
        _ => new(people[one.Person], null, Channels.Web),
    };

    private async Task<CaseRow> FillAsync(DemoCase one, IReadOnlyDictionary<string, Guid> people, Actor applicant, DraftStore drafts, IServiceProvider scope)
    {
        var service = scope.GetRequiredService<EditionStore>().Live(one.Service)?.Service;
        Require(service?.Section<FormSection>() is not null, one, $"there is no service {one.Service}");
        var owner = one.Person is { } person ? new CaseAccess.Owner(people[person]) : new CaseAccess.Owner(null, RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));
        // The id carries the day, so that lists stand in the order of the days.
        var id = await drafts.CreateAsync(service!, applicant, owner, Guid.CreateVersion7(clock.GetUtcNow()));
        var found = (await cases.FindAsync(id, Any))!;
        foreach (var page in service!.Section<FormSection>()!.Pages.Where(p => !one.IsDraft || p.Questions.Any(q => one.Answers.ContainsKey(q.Id))))
        {
            await drafts.SaveAsync(found, new(page.Id, 0, ApiAnswers.ToTyped(page, one.Answers, Typed.Nothing, [])), applicant, []);
        }

        return found;
    }

    private async Task DoAsync(DemoCase one, DemoStep step, Guid caseId, Guid by, CaseMoves moves, DoDemoStep other)
    {
        clock.DaysAgo = step.DaysAgo;
        var found = (await cases.FindAsync(caseId, Any))!;
        var actor = new Actor(by, null, Channels.Web);
        if (step.Verb != "action")
        {
            await other(step, found, actor, acts);
            return;
        }

        var mover = new Mover(actor, Any, (row, roles) => by != row.ApplicantId || roles.Contains(WorkflowStep.Applicant), _ => true);
        var moved = await moves.DoAsync(caseId, step.Value, Typed.From(step.Form), found.Version, mover);
        Require(moved is { IsDone: true }, one, $"{step.Value} cannot be done in the state {found.State}, or its form is not complete");
    }

    private static void Require(bool isRight, DemoCase one, string otherwise)
    {
        if (!isRight)
        {
            throw new InvalidOperationException($"demo.yaml: the case {one.Id}: {otherwise}.");
        }
    }
}
