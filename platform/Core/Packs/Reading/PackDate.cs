using System.Globalization;

namespace Platform.Core.Packs;

/// <summary>Dates as packs write them: <c>2026-01-31</c>.</summary>
internal static class PackDate
{
    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static DateOnly? Read(PackScalar scalar, PackProblems problems)
    {
        var date = Parse(scalar.Value);
        if (date is null)
        {
            problems.Add(scalar.Source, "'{0}' is not a date: write year-month-day, for example 2026-01-31.", scalar.Value);
        }
        return date;
    }
}
