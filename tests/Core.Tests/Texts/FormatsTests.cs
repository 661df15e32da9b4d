using System.Globalization;
using Platform.Core.Data;
using Platform.Core.Texts;

namespace Platform.Core.Tests.Texts;

public sealed class FormatsTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly Instant Evening = Instant.Parse("2026-11-02T17:30:00.000000Z");
    private readonly TextsOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("en", "November 2, 2026")]
    [InlineData("en-GB", "2 November 2026")]
    [InlineData("lo", "2 ພະຈິກ 2026")]
    [InlineData("th", "2 พฤศจิกายน 2026")]
    [InlineData("ar-SA", "2 نوفمبر 2026")]
    [InlineData("fa", "2026 نوامبر 2")]
    [InlineData("tr", "2 Kasım 2026")]
    [InlineData("ru", "2 ноября 2026 г.")]
    [InlineData("mn", "2026 оны арван нэгдүгээр сарын 2")]
    [InlineData("zh-Hant", "2026年11月2日")]
    public void A_date_is_Gregorian_in_Latin_figures_without_the_weekday(string language, string value) =>
        Assert.Equal(value, disk.Texts.Formats(language).Date(Day).Replace('\u00a0', ' ').Replace('\u202f', ' '));

    [Theory]
    [InlineData("th")]
    [InlineData("ar-SA")]
    [InlineData("tr")]
    public void The_culture_of_the_process_changes_nothing(string culture)
    {
        CultureInfo.CurrentCulture = new(culture);
        CultureInfo.CurrentUICulture = new(culture);
        var formats = disk.Texts.Formats("en-GB");

        Assert.Equal("2 November 2026", formats.Date(Day));
        Assert.Equal("November 2026", formats.Date(2026, 11, null));
        Assert.Equal("2026", formats.Date(2026, null, null));
        Assert.Equal("1,234.5", formats.Number(1234.5m));
        Assert.Equal("On 2 November 2026, 1,200 cases", disk.Texts.Get("en-GB", "On {0}, {1} cases", Day, 1200));
    }

    [Theory]
    [InlineData("th")]
    [InlineData("ar-SA")]
    [InlineData("fa")]
    [InlineData("ps")]
    public void No_format_of_a_language_leaves_the_Gregorian_year_or_Latin_figures(string language)
    {
        var formats = disk.Texts.Formats(language);

        foreach (var text in new[] { formats.Date(Day), formats.LongDate(Day), formats.ShortDate(Day), formats.Date(2026, 11, null), formats.Year(2026) })
        {
            Assert.Contains("2026", text, StringComparison.Ordinal);
            Assert.DoesNotContain(text, c => char.IsDigit(c) && !char.IsAsciiDigit(c));
        }

        Assert.Equal("-1,234.5", formats.Number(-1234.5m));
    }

    [Fact]
    public void A_moment_shows_in_the_zone_of_the_instance()
    {
        disk.Texts.Use(new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Vientiane") });
        var formats = disk.Texts.Formats("en-GB");

        Assert.Equal("3 November 2026", formats.Date(Evening));
        Assert.Equal("00:30", formats.Time(Evening));
        Assert.Equal("3 November 2026, 00:30", formats.DateTime(Evening));
    }

    [Theory]
    [InlineData("en", 2_000_000, "LAK", 2, "20,000\u00a0LAK")]
    [InlineData("en", 550, "EUR", 2, "5.50\u00a0EUR")]
    [InlineData("en", -1234567, "TND", 3, "-1,234.567\u00a0TND")]
    [InlineData("en", 5000, "JPY", 0, "5,000\u00a0JPY")]
    [InlineData("lo", 2_000_050, "LAK", 2, "20.000,50\u00a0LAK")]
    [InlineData("en", long.MaxValue, "EUR", 2, "92,233,720,368,547,758.07\u00a0EUR")]
    public void Money_is_counted_in_minor_units_and_a_fraction_shows_where_there_is_one(string language, long units, string currency, int digits, string value) =>
        Assert.Equal(value, disk.Texts.Formats(language).Money(units, currency, digits));

    [Fact]
    public void Things_are_listed_in_a_sentence()
    {
        var formats = disk.Texts.Formats("en");

        Assert.Equal(["", "a", "a and b", "a, b and c", "a, b, c and d"], new[] { [], ["a"], ["a", "b"], ["a", "b", "c"], new[] { "a", "b", "c", "d" } }.Select(formats.List));
    }

    [Theory]
    [InlineData(1, "1 byte")]
    [InlineData(999, "999 bytes")]
    [InlineData(1_499, "1 kB")]
    [InlineData(2_345_678, "2.3 MB")]
    public void A_file_size_is_rounded_to_what_a_person_reads(long bytes, string value) => Assert.Equal(value, disk.Texts.Formats("en").FileSize(bytes));

    [Fact]
    public void Spans_follow_the_plural_of_the_language()
    {
        disk.Write("ru/core.po", "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", """
            msgid "{0} working day"
            msgid_plural "{0} working days"
            msgstr[0] "{0} рабочий день"
            msgstr[1] "{0} рабочих дня"
            msgstr[2] "{0} рабочих дней"
            """);
        var formats = disk.Texts.Formats("ru");

        Assert.Equal(["21 рабочий день", "3 рабочих дня", "11 рабочих дней"], new long[] { 21, 3, 11 }.Select(formats.WorkingDays));
        Assert.Equal("1 day", disk.Texts.Formats("en").Days(1));
    }

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("fa-IR", "rtl")]
    [InlineData("kk-Arab", "rtl")]
    [InlineData("dv", "rtl")]
    [InlineData("ar-XB", "rtl")]
    [InlineData("ar-Latn", "ltr")]
    [InlineData("kk", "ltr")]
    [InlineData("mn-Mong-CN", "ltr")]
    [InlineData("lo", "ltr")]
    [InlineData("qps-ploc", "ltr")]
    public void A_language_knows_its_direction(string language, string direction) => Assert.Equal(direction, disk.Texts.Formats(language).Dir);

    [Theory]
    [InlineData("en", "English")]
    [InlineData("lo", "ລາວ")]
    [InlineData("mn", "Монгол")]
    [InlineData("ru", "Русский")]
    [InlineData("tr", "Türkçe")]
    public void A_language_is_named_in_itself(string language, string name) => Assert.Equal(name, disk.Texts.Formats(language).Name);

    [Fact]
    public void Another_release_brings_other_formats()
    {
        Assert.Equal("November 2, 2026", disk.Texts.Formats("en").Date(Day));

        disk.Texts.Use(new() { Formats = new Dictionary<string, FormatPatterns> { ["en"] = new() { Date = "d MMMM yyyy" } } });

        Assert.Equal("2 November 2026", disk.Texts.Formats("en").Date(Day));
    }
}
