using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Platform.Cli.Import.Sources;

/// <summary>An Excel workbook (.xlsx, .xls): a table for each sheet that has cells, its first line naming the columns.</summary>
internal static class Workbook
{
    // The reader asks for the code page of old workbooks even where it reads a new one.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="ImportException">It is no workbook.</exception>
    public static IReadOnlyList<SourceTable> Read(string file)
    {
        var tables = new List<SourceTable>();
        try
        {
            using var stream = File.OpenRead(file);
            using var reader = ExcelReaderFactory.CreateReader(stream);
            do
            {
                tables.Add(SourceTable.Of(reader.Name, [.. Lines(reader)]));
            }
            while (reader.NextResult());
        }
        catch (Exception error) when (error is ExcelReaderException or InvalidDataException or System.Xml.XmlException)
        {
            throw new ImportException($"{Path.GetFileName(file)} is no Excel workbook ({error.Message}): save it again as .xlsx, without a password.");
        }

        return tables;
    }

    private static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Lines(IExcelDataReader reader)
    {
        for (var number = 1; reader.Read(); number++)
        {
            // Cells to the right of the last column are empty, not a mistake.
            var cells = Enumerable.Range(0, reader.FieldCount).Select(at => Text(reader.GetValue(at))).ToList();
            yield return (number, cells[..(cells.FindLastIndex(c => c.Length > 0) + 1)]);
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("s", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Trim(),
    };
}
