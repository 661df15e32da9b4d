using Platform.Core.Feel.Nodes;
using static Platform.Core.Feel.Functions.Parameter;

namespace Platform.Core.Feel.Functions;

/// <summary>Functions that search lists or make new ones (DMN 1.4, table 74). Places count from 1, negative ones from the end.</summary>
internal static class ListFunctions
{
    private static readonly FeelType Many = new FeelType.List(FeelType.Any);

    public static IEnumerable<Signature> All { get; } =
    [
        new("list contains", FeelType.Boolean, [List("list"), Value("element")], c => c.List(0).Any(i => Equality.Same(i, c[1], c.Run))),
        new("index of", new FeelType.List(FeelType.Number), [List("list"), Value("match")], IndexOf),
        Same(new("sublist", Many, [List("list"), Number("start position"), Number("length").Optional], Sublist)),
        Same(new("append", Many, [List("list"), Value("item").Many], c => c.New(c.List(0).Concat(c.List(1)), c.List(0).Count + c.List(1).Count))),
        Same(new("concatenate", Many, [List("list").Many], Concatenate)),
        Same(new("insert before", Many, [List("list"), Number("position"), Value("newItem")], InsertBefore)),
        Same(new("remove", Many, [List("list"), Number("position")], Remove)),
        Same(new("reverse", Many, [List("list")], c => c.New(c.List(0).Reverse(), c.List(0).Count))),
        Same(new("union", Many, [List("list").Many], c => Concatenate(c) is var all && all is null ? null : Distinct(all, c.Run))),
        Same(new("distinct values", Many, [List("list")], c => Distinct(c.List(0), c.Run))),
        new("flatten", Many, [List("list")], Flatten),
        Same(new("sort", Many, [List("list"), Function("precedes").Optional], Sort)),
        Same(new("list replace", Many, [List("list"), Number("position"), Value("newItem")], ReplaceAt)),
        Same(new("list replace", Many, [List("list"), Function("match"), Value("newItem")], ReplaceMatches)),
    ];

    private static Signature Same(Signature signature) => signature with
    {
        ResultFrom = types => types.Count > 0 && types[0] is FeelType.List ? types[0] : Many,
    };

    /// <summary>The index of a place in the list; null if there is none.</summary>
    private static int? Index(Call call, int place)
    {
        var (count, at) = (call.List(0).Count, call.Whole(place));
        var index = at < 0 ? count + at : at - 1;
        return index >= 0 && index < count ? index : null;
    }

    private static object? NoPlace(Call call) => call.Null("The list of {0} has no item {1}", call.List(0).Count, call[1]);

    private static List<object?> IndexOf(Call call) =>
        [.. call.List(0).Select((item, i) => (item, i)).Where(x => Equality.Same(x.item, call[1], call.Run)).Select(x => (object?)(x.i + 1m))];

    private static object? Sublist(Call call)
    {
        var length = call.Has(2) ? call.Whole(2) : int.MaxValue;
        return Index(call, 1) is { } start && length > 0 && (!call.Has(2) || start + length <= call.List(0).Count)
            ? call.New(call.List(0).Skip(start).Take(length.Value), call.List(0).Count)
            : NoPlace(call);
    }

    private static List<object?> Concatenate(Call call)
    {
        var lists = call.List(0).Cast<IReadOnlyList<object?>>().ToList();
        return call.New(lists.SelectMany(l => l), lists.Sum(l => (long)l.Count));
    }

    private static object? InsertBefore(Call call) => Index(call, 1) is { } index
        ? call.New(call.List(0).Take(index).Append(call[2]).Concat(call.List(0).Skip(index)), call.List(0).Count + 1)
        : NoPlace(call);

    private static object? Remove(Call call) => Index(call, 1) is { } index
        ? call.New(call.List(0).Where((_, i) => i != index), call.List(0).Count)
        : NoPlace(call);

    private static object? ReplaceAt(Call call) => Index(call, 1) is { } index
        ? call.New(call.List(0).Select((item, i) => i == index ? call[2] : item), call.List(0).Count)
        : NoPlace(call);

    private static object? ReplaceMatches(Call call)
    {
        var match = (ICallable)call[1]!;
        List<object?> replaced = [];
        foreach (var item in call.List(0))
        {
            if (match.Call([item, call[2]], call.Run) is bool matches)
            {
                replaced.Add(matches ? call[2] : item);
            }
            else
            {
                return call.Null("Expected a function of an item and the new item that answers true or false");
            }
        }
        return replaced;
    }

    private static List<object?> Distinct(IReadOnlyList<object?> items, Run run)
    {
        List<object?> distinct = [];
        foreach (var item in items)
        {
            if (!distinct.Any(d => Equality.Same(d, item, run)))
            {
                distinct.Add(item);
            }
        }
        return distinct;
    }

    private static List<object?> Flatten(Call call)
    {
        List<object?> flat = [];
        Flatten(call.List(0), flat, call.Run);
        return flat;
    }

    private static void Flatten(IReadOnlyList<object?> items, List<object?> flat, Run run)
    {
        run.Enter();
        foreach (var item in items)
        {
            if (item is IReadOnlyList<object?> inner)
            {
                Flatten(inner, flat, run);
            }
            else
            {
                flat.Add(item);
            }
        }
        run.Grow(flat.Count);
        run.Leave();
    }

    private static object? Sort(Call call)
    {
        var precedes = call[1] as ICallable;
        var sorted = MergeSort.Sorted(call.List(0), (a, b) => precedes is null ? Order.Compare(a, b) < 0 : precedes.Call([a, b], call.Run) as bool?);
        return sorted ?? call.Null("Expected a function of two items that answers which comes first");
    }
}
