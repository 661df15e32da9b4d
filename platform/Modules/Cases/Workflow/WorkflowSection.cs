using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Workflow;

/// <summary>A state of a workflow.</summary>
public sealed record WorkflowState
{
    public required string Id { get; init; }

    public required PackText Title { get; init; }

    /// <summary>The desk's queue; null where nobody waits for an official.</summary>
    public string? Queue { get; init; }

    /// <summary>The longest time in this state.</summary>
    public PackDuration? Deadline { get; init; }

    /// <summary>The service's deadline stands still here: the applicant is asked for something.</summary>
    public bool IsPaused { get; init; }

    public bool IsFinal { get; init; }

    public required IReadOnlyList<WorkflowStep> Actions { get; init; }

    internal PackSource Source { get; init; }

    /// <summary>The applicant can change the answers here and send them again.</summary>
    public bool IsOpenToApplicant => Id == CaseStates.Draft || (IsPaused && Actions.Any(a => a.ByApplicant && !a.IsWithdrawal));

    public WorkflowStep? Action(string id) => Actions.FirstOrDefault(a => a.Id == id);
}

/// <summary>One thing that can be done in a state.</summary>
public sealed record WorkflowStep
{
    public const string Applicant = "applicant";

    public required string Id { get; init; }

    public required PackText Title { get; init; }

    /// <summary>The next state.</summary>
    public required string To { get; init; }

    /// <summary>Role ids, and <see cref="Applicant"/>.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>Whoever did one of these in this case may not do this one.</summary>
    public IReadOnlyList<string> OtherThan { get; init; } = [];

    public Rule? When { get; init; }

    /// <summary>What is asked of whoever does it.</summary>
    public IReadOnlyList<FormQuestion> Form { get; init; } = [];

    public IReadOnlyList<IWorkflowAction> Do { get; init; } = [];

    /// <summary>Leads to a final state.</summary>
    public bool IsFinal { get; init; }

    internal PackSource Source { get; init; }

    public bool ByApplicant => By.Contains(Applicant);

    /// <summary>Taken by an official, decides the case: needs <c>cases.decide</c> and settled fees.</summary>
    public bool IsDecision { get; init; }

    public bool IsWithdrawal => IsFinal && ByApplicant;
}

/// <summary>The section <c>workflow</c>: the states of a case and what leads from one to another. See <c>templates/packs/SECTIONS.md</c>.</summary>
public sealed class WorkflowSection : IPackSection<WorkflowSection>
{
    public const string Submit = "submit";

    private readonly Dictionary<string, WorkflowState> byId;

    private WorkflowSection(IReadOnlyList<WorkflowState> states)
    {
        States = states;
        byId = states.ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of the pack.</summary>
    public IReadOnlyList<WorkflowState> States { get; }

    /// <summary>True for a case that ended without a decision: its applicant has withdrawn it, or no answer came.</summary>
    public bool EndedUndecided(StoredCase stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Case.Final && stored.Events.LastOrDefault(e => e.Kind == CaseEventKinds.Moved) is { } last && Find(last.FromState!)?.Action(last.Action!) is { IsFinal: true, IsDecision: false };
    }

    public WorkflowState? Find(string state) => byId.GetValueOrDefault(state);

    /// <summary>The queues of a pack's workflows, in the order in which cases pass through them.</summary>
    public static IReadOnlyList<string> QueuesOf(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return QueuesOf(pack.Services.Everything);
    }

    /// <summary>The queues of these services' workflows, in the same order.</summary>
    public static IReadOnlyList<string> QueuesOf(IEnumerable<ServiceDefinition> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return [.. services.Select(s => s.Section<WorkflowSection>()).OfType<WorkflowSection>().SelectMany(w => w.States).Select(s => s.Queue).OfType<string>().Distinct()];
    }

    public static WorkflowSection? Read(PackNode node, SectionContext context) => new WorkflowReader(context).Read(node) is { Count: > 0 } states ? new(states) : null;
}
