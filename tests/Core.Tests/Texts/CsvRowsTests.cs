using Platform.Core.Texts;

namespace Platform.Core.Tests.Texts;

public sealed class CsvRowsTests
{
    [Fact]
    public void What_was_written_is_read_again()
    {
        string[][] rows = [["code", "name"], ["01", "a, \"b\""], ["02", "two\nlines"]];

        Assert.Equal(rows, CsvRows.Read(CsvRows.Write(rows)).Select(r => r.Cells.ToArray()));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"https://evil.example\",\"x\")", "\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\"")]
    [InlineData("+856", "+856")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("-3+cmd|' /C calc'!A0", "'-3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("\nx", "\"'\nx\"")]
    [InlineData("-", "'-")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void In_a_spreadsheet_no_word_is_a_formula_and_numbers_stay_numbers(string value, string written) =>
        Assert.Equal($"{written},1\r\n", CsvRows.WriteForSpreadsheet([[value, "1"]]));

    [Fact]
    public void Lines_are_counted_and_spaces_around_a_value_are_none_of_it() =>
        Assert.Equal([(1, "code|name"), (2, "01|North"), (3, "02|South")], CsvRows.Read("code; name\r\n01; North \r\n02;South", ';').Select(r => (r.Line, string.Join('|', r.Cells))));

    [Theory]
    [InlineData("code,name\n01,\"North\n02,South\n", 2)]
    [InlineData("code,name\n01,North\n02,\"South\n", 3)]
    public void A_quote_that_nobody_closed_is_told_with_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<CsvException>(() => CsvRows.Read(text)).Line);
}
