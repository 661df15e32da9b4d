using System.Text.Json.Nodes;
using Platform.Core.Feel;

namespace Platform.Core.Modules.Forms;

/// <summary>A registered fact.</summary>
/// <param name="Root">Its name in expressions.</param>
/// <param name="Purpose">Why it is looked up, in English.</param>
/// <param name="Source">The <see cref="IFact"/> that finds it.</param>
public sealed record FactKind(string Root, FeelType Type, string Purpose, Type Source);

/// <summary>For whom a fact is looked up.</summary>
/// <param name="PersonId">The applicant; null where there is no account.</param>
/// <param name="CaseId">The case or draft it is for.</param>
public sealed record FactSubject(Guid? PersonId, Guid? CaseId);

/// <summary>
/// A root that expressions and <c>prefill</c> may read, as <c>person</c> in <c>person.address.village</c>. Looked up before an act, never inside one.
/// </summary>
public interface IFact
{
    /// <summary>Why it is looked up, in English; told to the person.</summary>
    static abstract string Purpose { get; }

    /// <summary>What is known of it: a context type with its members.</summary>
    static abstract FeelType Type { get; }

    /// <summary>What is known of the subject, in the shape of <see cref="Type"/>; null where nothing is.</summary>
    Task<JsonObject?> FindAsync(FactSubject subject, CancellationToken cancellationToken);
}
