using Platform.Core.Packs;

namespace Platform.Modules.Cases.Workflow;

/// <summary>What a workflow names, known before it is read: its states lead to each other in any order.</summary>
internal sealed class WorkflowNames(PackNode node, PackProblems problems)
{
    private readonly List<PackEntry> states = [.. Entries(node)];
    private readonly HashSet<string> actions = [.. Entries(node).SelectMany(s => Entries((s.Value as PackMap)?["actions"])).Select(a => a.Key)];

    /// <summary>True where each action leads to a state that is there; else no state can be blamed for not being reached.</summary>
    public bool AllFound { get; private set; } = true;

    /// <summary>States that should lead on and do not.</summary>
    public HashSet<string> DeadEnds { get; } = [];

    /// <summary>The state that an action leads to; empty, and a mistake, where there is none.</summary>
    public string State(PackScalar? name)
    {
        if (name is not null && states.Exists(s => s.Key == name.Value))
        {
            return name.Value;
        }

        AllFound = false;
        if (name is not null)
        {
            problems.AddUnknown(name.Source, "The workflow has no state '{0}'", name.Value, [.. states.Select(s => s.Key)]);
        }

        return "";
    }

    /// <summary>An action of any state; a mistake where there is none.</summary>
    public string Action(PackScalar name)
    {
        if (!actions.Contains(name.Value))
        {
            problems.AddUnknown(name.Source, "The workflow has no action '{0}'", name.Value, actions);
        }

        return name.Value;
    }

    /// <summary>True for a state that ends the case.</summary>
    public bool IsFinal(string state) => Word(state, "final") == "true";

    /// <summary>True for a state in which a case rests that nobody decided.</summary>
    public bool IsUndecided(string state) => Word(state, "decided") == "false";

    private string? Word(string state, string key) => states.Where(s => s.Key == state).Select(s => s.Value).OfType<PackMap>().FirstOrDefault()?.Word(key);

    private static IEnumerable<PackEntry> Entries(PackNode? node) => (node as PackMap)?.Entries ?? [];
}
