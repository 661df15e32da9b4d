using System.Text;
using Platform.Cli.Import;
using Platform.Cli.Import.Sources;
using Platform.Testing;

namespace Platform.Cli.Tests.Import.Sources;

public sealed class CsvTableTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Theory]
    [InlineData("a;b\n1;\"x, y\"\n", "x, y")]
    [InlineData("a\tb\n1\ttext\n", "text")]
    [InlineData("\uFEFFa,b\r\n1,\"two\r\nlines\"\r\n", "two\r\nlines")]
    [InlineData("a,b\n1\n", null)]
    public void The_separator_is_found_and_cells_may_hold_lines(string text, string? b)
    {
        File.WriteAllText(folder["x.csv"], text);
        var row = Assert.Single(CsvTable.Read(folder["x.csv"]).Rows);

        Assert.Equal(("1", b), (row.First("a"), row.First("b")));
    }

    [Fact]
    public void A_column_that_stands_twice_is_not_hidden()
    {
        File.WriteAllText(folder["x.csv"], "a,a\n1,2\n");
        var table = CsvTable.Read(folder["x.csv"]);

        Assert.Equal(["a", "a (2)"], table.Columns);
        Assert.Equal("2", table.Rows[0].First("a (2)"));
    }

    [Fact]
    public void Another_encoding_is_said_and_not_guessed()
    {
        File.WriteAllBytes(folder["x.csv"], Encoding.Latin1.GetBytes("a\ncafé\n"));

        Assert.Equal("x.csv is not in UTF-8: save it again as \"CSV UTF-8\".", Assert.Throws<ImportException>(() => CsvTable.Read(folder["x.csv"])).Message);
    }

    public void Dispose() => folder.Dispose();
}
