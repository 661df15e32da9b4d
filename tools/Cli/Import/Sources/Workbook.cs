using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Platform.Cli.Import.Sources;

/// <summary>An Excel workbook (.xlsx, .xls): a table for each sheet that has cells, its first line naming the columns.</summary>
internal static class Workbook
{
    private const long Largest = 256L << 20;

    // The reader asks for the code page of old workbooks even where it reads a new one.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="ImportException">It is no workbook.</exception>
    public static IReadOnlyList<SourceTable> Read(string file)
    {
        var tables = new List<SourceTable>();
        try
        {
            using var stream = File.OpenRead(file);
            DemandSmall(stream, Path.GetFileName(file));
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

    // A workbook of kilobytes can unpack to gigabytes. What an entry says of its size is what .NET unpacks of it at most.
    private static void DemandSmall(FileStream stream, string name)
    {
        if (stream.ReadByte() == 'P' && stream.ReadByte() == 'K')
        {
            using var parts = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (parts.Entries.Any(part => part.Length > Largest) || parts.Entries.Sum(part => part.Length) > Largest)
            {
                throw new ImportException($"{name} unpacks to more than {Largest >> 20} MB, more than a catalogue has: divide it, or save it as .csv.");
            }
        }

        stream.Position = 0;
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
