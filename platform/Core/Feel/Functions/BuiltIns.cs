using System.Collections.Frozen;

namespace Platform.Core.Feel.Functions;

/// <summary>The functions of DMN 1.4, 10.3.4.</summary>
internal static class BuiltIns
{
    private static readonly FrozenDictionary<string, BuiltIn> All =
        new[]
        {
            ConversionFunctions.All, MomentFunctions.All, StringFunctions.All, PatternFunctions.All, ListFunctions.All, AggregateFunctions.All,
            NumberFunctions.All, ContextFunctions.All, CalendarFunctions.All, RangeFunctions.All,
        }
            .SelectMany(signatures => signatures)
            .GroupBy(s => s.Name)
            .ToFrozenDictionary(g => g.Key, g => new BuiltIn(g.Key, [.. g]), StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static BuiltIn? Find(string name) => All.GetValueOrDefault(name);
}
