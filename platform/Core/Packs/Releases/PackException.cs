namespace Platform.Core.Packs;

/// <summary>A pack cannot be used.</summary>
/// <param name="problems">Every mistake.</param>
public sealed class PackException(IReadOnlyList<PackProblem> problems) : Exception(Sentence(problems))
{
    /// <summary>Every mistake.</summary>
    public IReadOnlyList<PackProblem> Problems => problems;

    private static string Sentence(IReadOnlyList<PackProblem> problems) => problems.Count == 1
        ? $"The pack has a problem: {problems[0]}"
        : $"The pack has {problems.Count} problems, the first: {problems[0]} Run 'egov check' on its folder to see them all.";
}
