using static Platform.Core.Feel.Functions.Parameter;

namespace Platform.Core.Feel.Functions;

/// <summary>Functions that make one value of a list, given as a list or as arguments (DMN 1.4, table 74).</summary>
internal static class AggregateFunctions
{
    public static IEnumerable<Signature> All { get; } =
    [
        .. Both("min", FeelType.Any, FeelType.Any, c => Extreme(c, -1)),
        .. Both("max", FeelType.Any, FeelType.Any, c => Extreme(c, 1)),
        .. Both("sum", FeelType.Number, FeelType.Number, c => c.Numbers(0)?.Sum()),
        .. Both("mean", FeelType.Number, FeelType.Number, c => c.Numbers(0)?.Average()),
        .. Both("product", FeelType.Number, FeelType.Number, c => c.Numbers(0)?.Aggregate((a, b) => a * b)),
        .. Both("median", FeelType.Number, FeelType.Number, c => c.Numbers(0) is { } n ? Median(n) : null),
        .. Both("stddev", FeelType.Number, FeelType.Number, c => c.Numbers(0) is { Count: > 1 } n ? Deviation(n) : null),
        .. Both("mode", FeelType.Number, new FeelType.List(FeelType.Number), c => c.List(0).Count == 0 ? [] : Mode(c.Numbers(0))),
        .. Both("all", FeelType.Any, FeelType.Boolean, c => Logic(c.List(0), true)),
        .. Both("any", FeelType.Any, FeelType.Boolean, c => Logic(c.List(0), false)),
        new("count", FeelType.Number, [List("list")], c => (decimal)c.List(0).Count),
    ];

    private static Signature[] Both(string name, FeelType of, FeelType result, Func<Call, object?> body) =>
    [
        new(name, result, [ListOf(of, "list")], Counted(body)) { ResultFrom = result == FeelType.Any ? types => Nodes.Types.ItemOf(types[0]) : null },
        new(name, result, [new Parameter("n", of).OrNull.Many], Counted(body)) { ResultFrom = result == FeelType.Any ? types => types.Aggregate(Nodes.Types.Either) : null },
    ];

    private static Func<Call, object?> Counted(Func<Call, object?> body) => call =>
    {
        call.Run.Spend(call.List(0).Count);
        return body(call);
    };

    private static object? Extreme(Call call, int side)
    {
        var items = call.List(0);
        var best = items.Count > 0 ? items[0] : null;
        foreach (var item in items)
        {
            if (Order.Compare(item, best) is not { } order)
            {
                return call.Null("The items of the list have no order");
            }
            else if (Math.Sign(order) == side)
            {
                best = item;
            }
        }
        return best;
    }

    private static decimal Median(List<decimal> numbers)
    {
        numbers.Sort();
        var middle = numbers.Count / 2;
        return numbers.Count % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }

    // Of a sample, so divided by one less than there are.
    private static decimal? Deviation(List<decimal> numbers)
    {
        var mean = numbers.Average();
        return Decimals.SquareRoot(numbers.Sum(n => (n - mean) * (n - mean)) / (numbers.Count - 1));
    }

    private static List<object?>? Mode(List<decimal>? numbers)
    {
        var groups = numbers?.GroupBy(n => n).ToList();
        var most = groups?.Max(g => g.Count());
        return groups?.Where(g => g.Count() == most).Select(g => g.Key).Order().Select(n => (object?)n).ToList();
    }

    // all() is a long and, any() a long or, of three values.
    private static bool? Logic(IReadOnlyList<object?> items, bool all)
    {
        if (items.Contains(!all))
        {
            return !all;
        }
        return items.All(i => i is bool) ? all : null;
    }
}
