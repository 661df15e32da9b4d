using NodaTime;

namespace Platform.Core.Feel;

/// <summary>The conversions FEEL makes for arguments (DMN 1.4, 10.3.2.9.4): an item to a list of one and back, a date to midnight UTC.</summary>
internal static class Conversion
{
    public static bool TryTo(FeelType type, object? value, out object? converted)
    {
        converted = value;
        if (Kind.Conforms(value, type))
        {
            return true;
        }
        converted = value switch
        {
            IReadOnlyList<object?> { Count: 1 } list when type is not FeelType.List => list[0],
            LocalDate date when type == FeelType.DateTime => Calendar.AtUtcMidnight(date),
            IReadOnlyList<object?> => value,
            _ => type is FeelType.List ? new[] { value } : value,
        };
        return !ReferenceEquals(converted, value) && Kind.Conforms(converted, type);
    }
}
