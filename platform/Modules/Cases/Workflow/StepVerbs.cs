using System.Text.Json.Nodes;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Drafts;

namespace Platform.Modules.Cases.Workflow;

/// <summary>What a step does besides moving the case: certificates, notices.</summary>
internal static class StepVerbs
{
    /// <param name="moved">The case as the step leaves it.</param>
    /// <param name="given">The answers of the step's own form.</param>
    public static void Plan(Act act, OpenCase now, WorkflowStep step, CaseRow moved, JsonObject given, SecretKey key)
    {
        var values = new Dictionary<string, object?>(now.Filled.Values)
        {
            ["action"] = step.Form.ToDictionary(q => q.Id, q => given[q.Id] is { } answer ? q.Question.ToFeel(answer) : null),
        };
        var context = new ActionContext
        {
            CaseId = moved.CaseId,
            Reference = moved.Reference!,
            Service = now.Definition.Service,
            Pack = now.Definition.Pack,
            Organization = moved.Organization,
            AreaPath = moved.AreaPath,
            ApplicantId = moved.ApplicantId,
            Action = step.Id,
            From = now.Case.State,
            To = moved.State,
            Seq = moved.Version,
            Key = key,
            Answers = now.Filled.Answers,
            Given = given,
            Values = values,
        };
        foreach (var verb in step.Do)
        {
            verb.Plan(context, act);
        }
    }
}
