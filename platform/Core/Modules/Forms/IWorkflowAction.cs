using System.Text.Json.Nodes;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Packs;

namespace Platform.Core.Modules.Forms;

/// <summary>The case that a workflow moves, at the moment of the move.</summary>
public sealed record ActionContext
{
    public required Guid CaseId { get; init; }

    /// <summary>Ten characters.</summary>
    public required string Reference { get; init; }

    /// <summary>The service in the edition that the case was submitted under.</summary>
    public required ServiceDefinition Service { get; init; }

    public required Pack Pack { get; init; }

    /// <summary>The body that handles the case.</summary>
    public required string Organization { get; init; }

    /// <summary>Path of the area that the case went to, as <c>/18/1801/</c>; empty for none.</summary>
    public required string AreaPath { get; init; }

    public Guid? ApplicantId { get; init; }

    /// <summary>The workflow action, as <c>approve</c>; <c>submit</c> for the first.</summary>
    public required string Action { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>The number of the event that this move writes.</summary>
    public required long Seq { get; init; }

    /// <summary>The case's key: what is kept of a person's values is sealed with it, so that it goes when the case is erased.</summary>
    public required SecretKey Key { get; init; }

    /// <summary>The answers as submitted, by question id. A person's values: encrypt what is kept of them.</summary>
    public required JsonObject Answers { get; init; }

    /// <summary>What was filled in with this action.</summary>
    public required JsonObject Given { get; init; }

    /// <summary>Answers, facts and <c>action</c> as expressions see them.</summary>
    public required IReadOnlyDictionary<string, object?> Values { get; init; }
}

/// <summary>A verb of workflows (<c>issue-document</c>, <c>send-notice</c>), configured by a pack. Never changes; serves all threads.</summary>
public interface IWorkflowAction
{
    /// <summary>
    /// Adds what happens to the act of the move: statements, audit lines, messages. No I/O here: the act commits as one, and what needs
    /// the world outside is published and done after commit.
    /// </summary>
    /// <exception cref="RuleException">The move is not possible now; its text is shown and nothing is written.</exception>
    void Plan(ActionContext context, Act act);
}

/// <summary>How a verb is made from a pack.</summary>
public interface IWorkflowAction<TSelf> : IWorkflowAction where TSelf : class, IWorkflowAction<TSelf>
{
    /// <summary>Reads what stands after the verb in <c>do: [{verb: ...}]</c>. Mistakes go to the context; null when nothing can be made of it.</summary>
    static abstract TSelf? Read(PackNode config, SectionContext context);
}
