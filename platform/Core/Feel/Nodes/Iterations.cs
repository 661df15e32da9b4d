namespace Platform.Core.Feel.Nodes;

/// <summary>Several iterations, the later within the earlier.</summary>
internal static class Iterations
{
    /// <summary>Checks what is done for each, with the names and types of the iterations known.</summary>
    public static FeelType Check(IReadOnlyList<Iteration> iterations, Checking checking, Func<FeelType> inner, int from = 0) =>
        from == iterations.Count
            ? inner()
            : checking.Within(
                new Dictionary<string, FeelType> { [iterations[from].Name] = iterations[from].Check(checking) },
                () => Check(iterations, checking, inner, from + 1));

    /// <summary>Does something for each combination until it says stop.</summary>
    /// <returns>False when a domain has no items to go through.</returns>
    public static bool Each(IReadOnlyList<Iteration> iterations, Frame frame, Func<Frame, bool> goesOn, int from = 0)
    {
        if (iterations[from].Items(frame) is not { } items)
        {
            return frame.Run.NullFrom("{0} has nothing to go through", iterations[from].Name) is not null;
        }
        foreach (var item in items)
        {
            frame.Run.Spend(1);
            var inner = frame.With(iterations[from].Name, item);
            if (from == iterations.Count - 1 ? !goesOn(inner) : !Each(iterations, inner, goesOn, from + 1))
            {
                return false;
            }
        }
        return true;
    }

    public static IEnumerable<Node?> Parts(IEnumerable<Iteration> iterations) => iterations.SelectMany(i => new[] { i.Domain, i.End });
}
