namespace Platform.Core.Feel;

/// <summary>Keeps values that would take for ever to write from leaving an evaluation: shared parts make a small value long.</summary>
internal static class ResultSize
{
    /// <exception cref="FeelLimitException">The value, written out, is beyond the limits.</exception>
    public static void Check(object? value, Run run)
    {
        run.Enter();
        run.SpendOn(value);
        foreach (var part in Parts(value))
        {
            Check(part, run);
        }
        run.Leave();
    }

    private static IEnumerable<object?> Parts(object? value) => value switch
    {
        IReadOnlyList<object?> list => list,
        IReadOnlyDictionary<string, object?> context => context.Values,
        FeelRange range => [range.Start, range.End],
        _ => [],
    };
}
