using CsvHelper;

namespace Platform.Cli.NewPacks;

/// <summary>A CSV file with a header (RFC 4180, UTF-8) as rows by column.</summary>
internal static class CsvRows
{
    /// <exception cref="IOException">The file cannot be read, or is not CSV.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        try
        {
            using var csv = CsvReader.FromText(File.ReadAllText(path).TrimStart('\uFEFF'), new() { Separator = ',', HasHeader = false });
            var rows = new List<IReadOnlyDictionary<string, string>>();
            var columns = csv.Read() ? Fields(csv) : [];
            while (csv.Read())
            {
                rows.Add(columns.Zip(Fields(csv)).ToDictionary(c => c.First, c => c.Second.Trim()));
            }

            return rows;
        }
        catch (Exception error) when (error is CsvFormatException or ArgumentException)
        {
            throw new IOException($"{path} is not CSV: close every quote, write a quote inside a value twice, and name each column once.", error);
        }
    }

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(n => csv.GetString(n).Trim())];
}
