using System.Globalization;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Core.Texts;

/// <summary>
/// How one language writes dates, times, numbers, money and lists. Years are Gregorian and figures Latin unless the pack says otherwise;
/// moments are shown in the instance's zone.
/// </summary>
public sealed class Formats
{
    private readonly Texts texts;
    private readonly PackTexts pack;
    private readonly FormatArguments arguments;
    private readonly string date;

    /// <exception cref="CultureNotFoundException">The tag is not one of BCP 47.</exception>
    internal Formats(Texts texts, string language, PackTexts pack)
    {
        (this.texts, this.pack, Language) = (texts, pack, language);
        var own = LanguageTag.Chain(language).Select(pack.Formats.GetValueOrDefault).FirstOrDefault(found => found is not null);
        Culture = LanguageCulture.Create(language, own);
        date = own?.Date ?? LanguageCulture.DateOf(Culture.DateTimeFormat.LongDatePattern);
        arguments = new(Culture, date, own?.Digits);
        Direction = own?.Direction ?? LanguageCulture.Direction(language, Culture);
        Name = own?.Name ?? Capital(Culture);
    }

    /// <summary>The BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>The language's name in itself.</summary>
    public string Name { get; }

    public TextDirection Direction { get; }

    /// <summary>The value of HTML's <c>dir</c>.</summary>
    public string Dir => Direction == TextDirection.RightToLeft ? "rtl" : "ltr";

    /// <summary>For <see cref="CultureInfo.CurrentCulture"/> of a request: Gregorian, Latin separators.</summary>
    public CultureInfo Culture { get; }

    /// <summary>A date in full: 2 November 2026.</summary>
    public string Date(DateOnly value) => Write(value, date);

    /// <summary>The date of a moment in the instance's zone.</summary>
    public string Date(Instant value) => Date(DateOnly.FromDateTime(Local(value)));

    /// <summary>As much of a date as is known.</summary>
    public string Date(PartialDate value) => Date(value.Year, value.Month, value.Day);

    /// <summary>With the day of the week: Monday, 2 November 2026.</summary>
    public string LongDate(DateOnly value) => Write(value, Culture.DateTimeFormat.LongDatePattern);

    /// <summary>In figures, for tables.</summary>
    public string ShortDate(DateOnly value) => Write(value, Culture.DateTimeFormat.ShortDatePattern);

    /// <summary>A date known to the day, the month or the year.</summary>
    public string Date(int year, int? month, int? day) => (month, day) switch
    {
        ({ } m, { } d) => Date(new DateOnly(year, m, d)),
        ({ } m, null) => Write(new DateOnly(year, m, 1), Culture.DateTimeFormat.YearMonthPattern),
        _ => Year(year),
    };

    public string Year(int value) => arguments.Digits(value.ToString("0000", CultureInfo.InvariantCulture));

    public string Time(TimeOnly value) => arguments.Digits(value.ToString(Culture.DateTimeFormat.ShortTimePattern, Culture));

    /// <summary>The time of day of a moment in the instance's zone.</summary>
    public string Time(Instant value) => Time(TimeOnly.FromDateTime(Local(value)));

    /// <summary>Date and time of a moment in the instance's zone.</summary>
    public string DateTime(Instant value) => texts.Context(Language, "date and time", "{0}, {1}", Date(value), Time(value));

    public string Number(long value) => arguments.Digits(value.ToString("N0", Culture));

    /// <param name="decimals">How many; null: as many as the value has.</param>
    public string Number(decimal value, int? decimals = null) => arguments.Digits(value.ToString($"N{decimals ?? value.Scale}", Culture));

    /// <summary>An amount with its currency; a fraction shows only where there is one.</summary>
    /// <param name="minorUnits">As stored, for example cents.</param>
    /// <param name="currency">ISO 4217 code.</param>
    /// <param name="minorDigits">How many digits of <paramref name="minorUnits"/> are the fraction.</param>
    public string Money(long minorUnits, string currency, int minorDigits)
    {
        var unit = (decimal)Math.Pow(10, minorDigits);
        var amount = Number(minorUnits / unit, minorUnits % unit == 0 ? 0 : minorDigits);
        return texts.Context(Language, "money", "{0}\u00a0{1}", amount, currency);
    }

    /// <summary>One, two, or many things in a sentence.</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => texts.Context(Language, "list, last", "{0} and {1}", items.Take(items.Count - 1).Aggregate((all, item) => texts.Context(Language, "list", "{0}, {1}", all, item)), items[^1]),
    };

    /// <param name="bytes">Shown in bytes, kilobytes or megabytes of 1,000.</param>
    public string FileSize(long bytes) => bytes switch
    {
        < 1_000 => texts.Plural(Language, bytes, "{0} byte", "{0} bytes"),
        < 1_000_000 => texts.Get(Language, "{0} kB", Number(bytes / 1_000m, 0)),
        _ => texts.Get(Language, "{0} MB", Number(bytes / 1_000_000m, 1)),
    };

    public string WorkingDays(long n) => texts.Plural(Language, n, "{0} working day", "{0} working days");

    public string Hours(long n) => texts.Plural(Language, n, "{0} hour", "{0} hours");

    public string Days(long n) => texts.Plural(Language, n, "{0} day", "{0} days");

    public string Weeks(long n) => texts.Plural(Language, n, "{0} week", "{0} weeks");

    public string Months(long n) => texts.Plural(Language, n, "{0} month", "{0} months");

    public string Years(long n) => texts.Plural(Language, n, "{0} year", "{0} years");

    /// <summary>Puts arguments into a text. A translation whose placeholders are broken gives way to the source.</summary>
    internal string Fill(string text, string source, object?[] args)
    {
        if (args.Length == 0)
        {
            return text;
        }

        try
        {
            return string.Format(arguments, text, args);
        }
        catch (FormatException) when (text != source)
        {
            return string.Format(arguments, source, args);
        }
    }

    private string Write(DateOnly value, string pattern) => arguments.Digits(value.ToString(pattern, Culture));

    private DateTime Local(Instant value) => TimeZoneInfo.ConvertTime(value.ToDateTimeOffset(), pack.Zone).DateTime;

    private static string Capital(CultureInfo culture) => culture.TextInfo.ToUpper(culture.NativeName[..1]) + culture.NativeName[1..];
}
