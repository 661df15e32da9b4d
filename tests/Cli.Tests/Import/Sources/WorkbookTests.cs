using Platform.Cli.Import;
using Platform.Cli.Import.Sources;
using Platform.Testing;

namespace Platform.Cli.Tests.Import.Sources;

public sealed class WorkbookTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public void A_workbook_is_read_like_the_same_table_in_CSV()
    {
        Xlsx.Write(folder["a.xlsx"], ("Services", [["no", "title", "since", "fee"], ["1", "Library \"card\" & more", "2026-02-01", "2.5"], [], ["2", "ບັດ", "", "0012"]]));
        File.WriteAllText(folder["a.csv"], "no,title,since,fee\n1,\"Library \"\"card\"\" & more\",2026-02-01,2.5\n\n2,ບັດ,,0012\n");
        var (book, text) = (Source.Open(folder["a.xlsx"]).Table(null), Source.Open(folder["a.csv"]).Table(null));

        Assert.Equal(text.Columns, book.Columns);
        Assert.Equal(text.Rows.Select(Cells), book.Rows.Select(Cells));
        Assert.Equal(["Services:2", "Services:4"], book.Rows.Select(r => r.Place));
    }

    [Fact]
    public void A_sheet_is_found_by_its_name()
    {
        Xlsx.Write(folder["a.xlsx"], ("Notes", []), ("Services", [["no"], ["1"]]), ("Bodies", [["id"], ["x"], ["y"]]));
        var source = Source.Open(folder["a.xlsx"]);

        Assert.Equal(2, source.Table("Bodies").Rows.Count);
        Assert.Equal("Services", source.Table(null).Name);
        Assert.Equal("There is no sheet 'Offices' in a.xlsx: use one of Notes, Services, Bodies.", Assert.Throws<ImportException>(() => source.Table("Offices")).Message);
    }

    [Fact]
    public void What_is_no_workbook_is_said()
    {
        File.WriteAllText(folder["a.xlsx"], "no,title\n");

        Assert.StartsWith("a.xlsx is no Excel workbook", Assert.Throws<ImportException>(() => Source.Open(folder["a.xlsx"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_more_than_a_catalogue_is_refused_before_it_is_read()
    {
        using (var zip = System.IO.Compression.ZipFile.Open(folder["a.xlsx"], System.IO.Compression.ZipArchiveMode.Create))
        using (var sheet = zip.CreateEntry("xl/sharedStrings.xml", System.IO.Compression.CompressionLevel.Fastest).Open())
        {
            var spaces = new byte[1 << 20];
            for (var i = 0; i < 257; i++)
            {
                sheet.Write(spaces);
            }
        }

        Assert.StartsWith("a.xlsx unpacks to more than 256 MB", Assert.Throws<ImportException>(() => Source.Open(folder["a.xlsx"])).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static string Cells(SourceRow row) => string.Join('|', new[] { "no", "title", "since", "fee" }.Select(row.First));
}
