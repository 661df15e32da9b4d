using NodaTime;

namespace Platform.Core.Feel;

/// <summary>FEEL's <c>=</c>: true, false, or null for values that cannot be compared (DMN 1.4, table 55).</summary>
internal static class Equality
{
    public static bool? Equal(object? left, object? right, Run run)
    {
        run.Enter();
        run.SpendOn(left);
        var equal = left is null || right is null ? left is null && right is null : Compare(left, right, run);
        run.Leave();
        return equal;
    }

    public static bool Same(object? left, object? right, Run run) => Equal(left, right, run) is true;

    private static bool? Compare(object left, object right, Run run) => (left, right) switch
    {
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => Lists(a, b, run),
        (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) => Contexts(a, b, run),
        (FeelRange a, FeelRange b) => Ranges(a, b, run),
        (FeelFunction a, FeelFunction b) => ReferenceEquals(a, b),
        (bool a, bool b) => a == b,
        (FeelTime a, FeelTime b) => Order.Compare(a, b) is 0,
        (FeelDateTime a, FeelDateTime b) => Order.Compare(a, b) is 0,
        _ => Order.Compare(left, right) is { } order ? order == 0 : null,
    };

    private static bool Lists(IReadOnlyList<object?> left, IReadOnlyList<object?> right, Run run) =>
        left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second, run));

    private static bool Contexts(IReadOnlyDictionary<string, object?> left, IReadOnlyDictionary<string, object?> right, Run run) =>
        left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var other) && Same(entry.Value, other, run));

    private static bool Ranges(FeelRange left, FeelRange right, Run run) =>
        (left.StartIncluded, left.EndIncluded, left.HasStart, left.HasEnd) == (right.StartIncluded, right.EndIncluded, right.HasStart, right.HasEnd)
        && Same(left.Start, right.Start, run) && Same(left.End, right.End, run);
}
