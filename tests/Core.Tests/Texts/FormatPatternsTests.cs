using Platform.Core.Texts;

namespace Platform.Core.Tests.Texts;

public sealed class FormatPatternsTests : IDisposable
{
    private const string Khmu = """
        name: Kmhmu
        months: [Mun, Pha, Min, Mes, Phs, Mit, Kol, Sin, Kan, Tul, Pac, Than]
        days: [Can, Khan, Phut, Phahat, Suk, Sao, Thit]
        date: "'mɨɨ' d MMMM yyyy"
        long-date: "dddd d MMMM yyyy"
        short-date: "dd/MM/yyyy"
        month: "MMMM yyyy"
        time: "HH.mm"
        digits: "໐໑໒໓໔໕໖໗໘໙"
        decimal: ","
        group: "."
        direction: rtl
        """;

    private readonly TextsOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public void A_pack_gives_a_language_its_formats()
    {
        disk.Texts.Use(new() { Formats = new Dictionary<string, FormatPatterns> { ["kjg"] = FormatPatterns.Parse(Khmu, "formats.yaml") } });
        var formats = disk.Texts.Formats("kjg-Laoo");
        DateOnly monday = new(2026, 11, 2);

        Assert.Equal("Kmhmu", formats.Name);
        Assert.Equal("mɨɨ ໒ Pac ໒໐໒໖", formats.Date(monday));
        Assert.Equal("Can ໒ Pac ໒໐໒໖", formats.LongDate(monday));
        Assert.Equal("Thit ໑ Pac ໒໐໒໖", formats.LongDate(monday.AddDays(-1)));
        Assert.Equal("໐໒/໑໑/໒໐໒໖", formats.ShortDate(monday));
        Assert.Equal("Pac ໒໐໒໖", formats.Date(2026, 11, null));
        Assert.Equal("໑໔.໐໕", formats.Time(new TimeOnly(14, 5)));
        Assert.Equal("໑.໒໓໔,໕", formats.Number(1234.5m));
        Assert.Equal("rtl", formats.Dir);
        Assert.Equal("ref 12A: ໓ days", disk.Texts.Get("kjg", "ref {0}: {1} days", "12A", 3));
    }

    [Theory]
    [InlineData("month-names: x", 1, "no key here")]
    [InlineData("name: x\nmonths: [a, b]", 2, "12 words")]
    [InlineData("days: [a, b, c, d, e, f, '']", 1, "7 words")]
    [InlineData("date: \"'open\"", 1, "no pattern")]
    [InlineData("date: d", 1, "two letters")]
    [InlineData("digits: \"01\"", 1, "ten figures")]
    [InlineData("direction: up", 1, "ltr or rtl")]
    [InlineData("- a", 1, "one map")]
    [InlineData("", 1, "one map")]
    [InlineData("name: x\na: ]", 2, "not valid YAML")]
    public void A_mistake_is_named_with_its_line(string yaml, int line, string message)
    {
        var problem = Assert.Throws<FormatPatternsException>(() => FormatPatterns.Parse(yaml, "formats.yaml")).Problems[0];

        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_named_at_once() =>
        Assert.Equal([1, 2, 3], Assert.Throws<FormatPatternsException>(() => FormatPatterns.Parse("x: 1\ndays: 2\ndirection: 3", "f")).Problems.Select(p => p.Line));
}
