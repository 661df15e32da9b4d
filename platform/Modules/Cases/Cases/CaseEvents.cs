namespace Platform.Modules.Cases;

/// <summary>A draft became a case. Published in the act that submits it; carries ids only.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Seq">The event's number in the case's timeline.</param>
public sealed record CaseSubmitted(Guid CaseId, long Seq);

/// <summary>A case went from one state to another, to a final one too. Published in the act that moves it.</summary>
/// <param name="Action">The workflow action, as <c>approve</c>.</param>
public sealed record CaseMoved(Guid CaseId, long Seq, string Action, string From, string To);

/// <summary>A case reached a final state. Published besides <see cref="CaseMoved"/>.</summary>
/// <param name="State">The final state, as <c>approved</c>.</param>
public sealed record CaseDecided(Guid CaseId, long Seq, string State);

/// <summary>A case's key was erased: who keeps something of the case under keys of their own erases it too.</summary>
public sealed record CaseErased(Guid CaseId);
