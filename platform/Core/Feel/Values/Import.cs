using NodaTime;

namespace Platform.Core.Feel;

/// <summary>Brings CLR objects given from outside into the forms the evaluator knows.</summary>
internal static class Import
{
    /// <exception cref="ArgumentException">The object has no FEEL form.</exception>
    public static object? From(object? value) => value switch
    {
        null or decimal or string or bool or LocalDate or FeelTime or FeelDateTime or Duration or FeelRange or FeelFunction => value,
        Period period => Months.Period(Months.Of(period)),
        int or long or short or byte or uint or ulong => Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture),
        double or float => Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture),
        DateOnly date => LocalDate.FromDateOnly(date),
        LocalTime time => new FeelTime(time),
        LocalDateTime at => new FeelDateTime(at),
        OffsetDateTime at => FeelDateTime.From(at),
        ZonedDateTime at => FeelDateTime.From(at),
        Instant at => new FeelDateTime(at.InUtc().LocalDateTime, Offset.Zero),
        IReadOnlyDictionary<string, object?> context => Context(context),
        IReadOnlyList<object?> list => List(list),
        IEnumerable<object?> items => items.Select(From).ToList(),
        _ => throw new ArgumentException($"{value.GetType()} is no FEEL value", nameof(value)),
    };

    private static OrderedDictionary<string, object?> Context(IReadOnlyDictionary<string, object?> context)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return new(context.Select(e => KeyValuePair.Create(e.Key, From(e.Value))), StringComparer.Ordinal);
    }

    private static List<object?> List(IReadOnlyList<object?> list)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return [.. list.Select(From)];
    }
}
