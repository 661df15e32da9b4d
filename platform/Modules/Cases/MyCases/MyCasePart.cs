namespace Platform.Modules.Cases.MyCases;

/// <summary>What another module shows the applicant on the page of her case; registered as a singleton.</summary>
/// <param name="Partial">
/// A partial page of that module, as <c>Statistics/_Rating</c>. Its model is the <see cref="StoredCase"/> that the applicant was let into; erased cases
/// are shown without it.
/// </param>
public sealed record MyCasePart(string Partial);
