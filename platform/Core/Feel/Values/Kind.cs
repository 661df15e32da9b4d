using NodaTime;

namespace Platform.Core.Feel;

/// <summary>The types of values, and what fits where.</summary>
internal static class Kind
{
    /// <summary>The kind of a value as FEEL names it, for sentences.</summary>
    public static string Name(object? value) => value switch
    {
        null => "null",
        IReadOnlyList<object?> => "list",
        IReadOnlyDictionary<string, object?> => "context",
        FeelRange => "range",
        FeelFunction => "function",
        _ => Scalar(value).Name,
    };

    /// <summary>The type of a value that is neither collection, range nor function.</summary>
    public static FeelType Scalar(object value) => value switch
    {
        decimal => FeelType.Number,
        string => FeelType.String,
        bool => FeelType.Boolean,
        LocalDate => FeelType.Date,
        FeelTime => FeelType.Time,
        FeelDateTime => FeelType.DateTime,
        Period => FeelType.YearsMonthsDuration,
        Duration => FeelType.DaysTimeDuration,
        _ => FeelType.Any,
    };

    /// <summary>Whether the value may stand where the type is asked for; null stands anywhere (DMN 1.4, 10.3.2.9.2).</summary>
    public static bool Conforms(object? value, FeelType type) => value is null || type switch
    {
        FeelType.List list => value is IReadOnlyList<object?> items && items.All(i => Conforms(i, list.Of)),
        FeelType.Context context => value is IReadOnlyDictionary<string, object?> entries && HasMembers(entries, context),
        FeelType.Range range => value is FeelRange r && Conforms(r.Start, range.Of) && Conforms(r.End, range.Of),
        FeelType.Function function => value is FeelFunction f && Subtype.Of(f.Type, function),
        _ => type == FeelType.Any || (Scalar(value) == type && type != FeelType.Any),
    };

    private static bool HasMembers(IReadOnlyDictionary<string, object?> entries, FeelType.Context type) =>
        type.Members is null || type.Members.All(m => entries.TryGetValue(m.Key, out var value) && Conforms(value, m.Value));
}
