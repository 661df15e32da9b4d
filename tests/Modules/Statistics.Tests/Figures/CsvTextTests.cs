using Platform.Modules.Statistics.Figures;

namespace Platform.Modules.Statistics.Tests.Figures;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"https://evil.example\",\"x\")", "\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\"")]
    [InlineData("+856", "+856")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("-3+cmd|' /C calc'!A0", "'-3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("-", "'-")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void No_word_is_a_formula_and_numbers_stay_numbers(string field, string written)
    {
        var file = new CsvText();
        file.Add(field, "1");

        Assert.Equal($"{written},1\r\n", file.ToString());
    }
}
