using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Desk;

/// <summary>Cases, people and events in the words of the desk.</summary>
public sealed class DeskWords(DeskTable table, PeopleNames people, FeeWords fees, SentFiles files, IEnumerable<CaseEventText> texts, IStringLocalizer t)
{
    public DeskTable Table => table;

    public PeopleNames People => people;

    public FeeWords Fees => fees;

    public SentFiles Files => files;

    public string Of(CaseEvent one, WorkflowSection workflow)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(workflow);
        return one.Kind switch
        {
            CaseEventKinds.Created => t["Began the application"],
            CaseEventKinds.Submitted => t["Sent the application"],
            CaseEventKinds.Taken => t["Took the case"],
            CaseEventKinds.Released => t["Gave the case back"],
            CaseEventKinds.Erased => t["The contents were erased."],
            CaseEventKinds.Moved => Move(one, workflow),
            _ => Added(one.Kind),
        };
    }

    /// <summary>A queue's name as the desk shows it. The pack names queues; these words belong to the names that come with the platform.</summary>
    public string Queue(string queue) => queue switch
    {
        "new" => t["New"],
        "review" => t["Being checked"],
        "waiting" => t["Waiting for the applicant"],
        _ => queue,
    };

    private string Added(string kind) => texts.FirstOrDefault(e => e.Kind == kind) is { } known ? t[known.Text] : t["Something was added: {0}", kind];

    private string Move(CaseEvent one, WorkflowSection workflow)
    {
        var to = workflow.Find(one.ToState!) is { } state ? t.Pack(state.Title).Value : one.ToState!;
        return workflow.Find(one.FromState!)?.Action(one.Action!) is { } step ? t["{0}. Now: {1}", t.Pack(step.Title).Value, to] : t["Now: {0}", to];
    }
}
