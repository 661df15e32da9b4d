using static Platform.Core.Feel.Functions.Parameter;

namespace Platform.Core.Feel.Functions;

/// <summary>Functions of contexts (DMN 1.4, table 82).</summary>
internal static class ContextFunctions
{
    private static readonly FeelType Some = new FeelType.Context(null);

    public static IEnumerable<Signature> All { get; } =
    [
        new("get value", FeelType.Any, [Context("m"), Text("key")], c => c.Context(0).GetValueOrDefault(c.Text(1))),
        new("get value", FeelType.Any, [Context("m"), ListOf(FeelType.String, "keys")], c => c.List(1).Aggregate(c[0], Member)),
        new("get entries", new FeelType.List(Some), [Context("m")], c => c.New(c.Context(0).Select(Entry), c.Context(0).Count)),
        new("context", Some, [ListOf(Some, "entries")], FromEntries),
        new("context put", Some, [Context("context"), Text("key"), Value("value")], c => Put(c.Context(0), [c[1]], c[2], c)),
        new("context put", Some, [Context("context"), ListOf(FeelType.String, "keys"), Value("value")], c => Put(c.Context(0), c.List(1), c[2], c)),
        new("context merge", Some, [ListOf(Some, "contexts")], Merge),
    ];

    private static object? Member(object? value, object? key) =>
        value is IReadOnlyDictionary<string, object?> context && key is string name ? context.GetValueOrDefault(name) : null;

    private static object? Entry(KeyValuePair<string, object?> entry) =>
        new OrderedDictionary<string, object?>(StringComparer.Ordinal) { ["key"] = entry.Key, ["value"] = entry.Value };

    private static object? FromEntries(Call call)
    {
        OrderedDictionary<string, object?> context = new(StringComparer.Ordinal);
        foreach (var item in call.List(0))
        {
            if (item is not IReadOnlyDictionary<string, object?> entry || entry.GetValueOrDefault("key") is not string key
                || !entry.TryGetValue("value", out var value) || !context.TryAdd(key, value))
            {
                return call.Null("Expected entries with a key, each another, and a value");
            }
        }
        return context;
    }

    private static object? Put(IReadOnlyDictionary<string, object?> context, IReadOnlyList<object?> keys, object? value, Call call)
    {
        if (keys.Count == 0 || keys[0] is not string key)
        {
            return call.Null("Expected a key");
        }
        if (keys.Count > 1)
        {
            value = context.GetValueOrDefault(key) is IReadOnlyDictionary<string, object?> inner ? Put(inner, [.. keys.Skip(1)], value, call) : null;
        }
        if (keys.Count > 1 && value is null)
        {
            return call.Null("{0} holds no context", key);
        }
        call.Run.Grow(context.Count + 1);
        call.Run.Spend(context.Count + 1);
        return new OrderedDictionary<string, object?>(context, StringComparer.Ordinal) { [key] = value };
    }

    private static object? Merge(Call call)
    {
        OrderedDictionary<string, object?> merged = new(StringComparer.Ordinal);
        foreach (var item in call.List(0))
        {
            if (item is not IReadOnlyDictionary<string, object?> context)
            {
                return call.Null("Expected contexts, found null");
            }
            call.Run.Spend(context.Count);
            foreach (var (key, value) in context)
            {
                merged[key] = value;
            }
        }
        return merged;
    }
}
