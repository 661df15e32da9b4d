using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Core.Texts;

namespace Platform.Core.People;

/// <summary>
/// A date known to the day, the month or only the year, as many people know their own birth date.
/// Written <c>1985-03-02</c>, <c>1985-03</c> or <c>1985</c>: what is written is the precision.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct PartialDate
{
    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    /// <summary>The first day it can mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day it can mean.</summary>
    public DateOnly Latest => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>From what somebody typed into three fields; a day without a month, and days that no calendar has, are no date.</summary>
    public static bool TryCreate(int year, int? month, int? day, [NotNullWhen(true)] out PartialDate? date)
    {
        var fits = year is >= 1 and <= 9999 && (month is null || month is >= 1 and <= 12)
            && (day is null || (month is not null && day >= 1 && day <= DateTime.DaysInMonth(year, month.Value)));
        date = fits ? new PartialDate(year, month, day) : null;
        return date is not null;
    }

    /// <summary>From three fields as they were typed, with digits of any script; empty fields are null.</summary>
    /// <returns>False where no calendar has such a date.</returns>
    public static bool TryRead(string year, string month, string day, out PartialDate? date)
    {
        date = null;
        var parts = (Year: Part(year), Month: Part(month), Day: Part(day));
        return parts is (null, null, null) || TryCreate(parts.Year ?? 0, parts.Month, parts.Day, out date);
    }

    /// <summary>One field as it was typed: null where it is empty, -1, which is no part of any date, where it is no whole number.</summary>
    public static int? Part(string typed) => string.IsNullOrWhiteSpace(typed) ? null
        : int.TryParse(Digits.ToAscii(typed.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <exception cref="FormatException">Not one of the three forms.</exception>
    public static PartialDate Parse(string text)
    {
        var parts = text.Split('-').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        return parts.Length <= 3 && TryCreate(parts[0], parts.Length > 1 ? parts[1] : null, parts.Length > 2 ? parts[2] : null, out var date)
            ? date.Value
            : throw new FormatException($"'{text}' is not a date, a month or a year.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}{(Month is { } m ? $"-{m:00}" : "")}{(Day is { } d ? $"-{d:00}" : "")}");

    private sealed class Converter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
