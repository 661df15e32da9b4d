using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Core.Texts;

/// <summary>
/// The culture of a tag as the platform uses it: Gregorian years and Latin figures everywhere, because a deadline must not turn into
/// 2569 or 1447; with the pack's own names and patterns where it gives some.
/// </summary>
internal static partial class LanguageCulture
{
    private static readonly string[] RightToLeftScripts = ["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

    // Languages whose usual script runs from the right and of which ICU has no data to say so.
    private static readonly string[] RightToLeftLanguages = ["dv", "nqo", "syr", "rhg"];

    public static CultureInfo Create(string tag, FormatPatterns? own)
    {
        var known = CultureInfo.GetCultureInfo(tag.Equals(Pseudo.Longer, StringComparison.OrdinalIgnoreCase) ? "en" : tag);
        var culture = (CultureInfo)known.Clone();
        var dates = culture.DateTimeFormat;
        if (dates.Calendar is not GregorianCalendar)
        {
            dates.Calendar = new GregorianCalendar();
        }

        dates.LongDatePattern = own?.LongDate ?? WithoutEra(dates.LongDatePattern);
        dates.ShortDatePattern = own?.ShortDate ?? WithoutEra(dates.ShortDatePattern);
        dates.YearMonthPattern = own?.Month ?? WithoutEra(dates.YearMonthPattern);
        dates.ShortTimePattern = own?.Time ?? dates.ShortTimePattern;
        UseNames(dates, own);
        UseSeparators(culture.NumberFormat, own);
        return CultureInfo.ReadOnly(culture);
    }

    /// <summary>True where the system knows the language's months: else it writes them in English or numbers them.</summary>
    public static bool IsKnown(string tag)
    {
        var january = CultureInfo.GetCultureInfo(tag).DateTimeFormat.MonthNames[0];
        var english = tag.Equals("en", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("en-", StringComparison.OrdinalIgnoreCase);
        return english || Pseudo.Of(tag) is not null || (january != CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[0] && january != "M01");
    }

    /// <summary>A date in full without the day of the week, from the pattern that has it.</summary>
    public static string DateOf(string longPattern)
    {
        var parts = Part().Matches(longPattern).Select(m => m.Value).ToList();
        var weekday = parts.FindIndex(part => part.StartsWith("ddd", StringComparison.Ordinal));
        if (weekday < 0)
        {
            return longPattern;
        }

        // What stands between a leading weekday and the date belongs to the weekday, and so does what follows a trailing one.
        var (first, last) = (parts.FindIndex(IsDate), parts.FindLastIndex(IsDate));
        var kept = weekday < first ? parts[first..] : weekday > last ? parts[..weekday] : [.. parts[..weekday], .. parts[(weekday + 1)..]];
        return string.Concat(kept).Trim(' ', ',', '\u060C', '\u104A');
    }

    public static TextDirection Direction(string tag, CultureInfo culture)
    {
        var parts = tag.Split('-');
        var script = parts.Skip(1).FirstOrDefault(part => part.Length == 4 && char.IsAsciiLetter(part[0]));
        var rightToLeft = script is null || tag.Equals(Pseudo.Longer, StringComparison.OrdinalIgnoreCase)
            ? culture.TextInfo.IsRightToLeft || RightToLeftLanguages.Contains(parts[0], StringComparer.OrdinalIgnoreCase)
            : RightToLeftScripts.Contains(script, StringComparer.OrdinalIgnoreCase);
        return rightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight;
    }

    private static bool IsDate(string part) => part[0] is 'd' or 'M' or 'y' && !part.StartsWith("ddd", StringComparison.Ordinal);

    private static string WithoutEra(string pattern) => Era().Replace(pattern, "");

    private static void UseNames(DateTimeFormatInfo dates, FormatPatterns? own)
    {
        if (own?.Months is { } months)
        {
            string[] names = [.. months, ""];
            (dates.MonthNames, dates.MonthGenitiveNames) = (names, names);
            (dates.AbbreviatedMonthNames, dates.AbbreviatedMonthGenitiveNames) = (names, names);
        }

        if (own?.Days is { } days)
        {
            // .NET's week begins on Sunday.
            string[] names = [days[6], .. days.Take(6)];
            (dates.DayNames, dates.AbbreviatedDayNames) = (names, names);
        }
    }

    private static void UseSeparators(NumberFormatInfo numbers, FormatPatterns? own)
    {
        var foreign = !char.IsAscii(numbers.NumberDecimalSeparator[0]);
        numbers.NumberDecimalSeparator = own?.DecimalMark ?? (foreign ? "." : numbers.NumberDecimalSeparator);
        numbers.NumberGroupSeparator = own?.GroupMark ?? (foreign ? "," : numbers.NumberGroupSeparator);
        numbers.NegativeSign = "-";
        numbers.NumberGroupSizes = numbers.NumberGroupSizes is [] or [0] ? [3] : numbers.NumberGroupSizes;
    }

    [GeneratedRegex(@"'[^']*'|([A-Za-z])\1*|[^A-Za-z']+", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\s*\bg+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Era();
}
