namespace Platform.Cli.Import.Sources;

/// <summary>A file to import, and the tables that a mapping may name in it or beside it.</summary>
internal sealed class Source
{
    private readonly string file;
    private readonly Func<string?, SourceTable> table;

    private Source(string file, Func<string?, SourceTable> table) => (this.file, this.table) = (file, table);

    public string Name => Path.GetFileName(file);

    /// <summary>Opens a file by its ending.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public static Source Open(string file)
    {
        if (!File.Exists(file))
        {
            throw new ImportException($"There is no file {file}; give the catalogue as .csv, .xlsx or .jsonld.");
        }

        return Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".csv" or ".tsv" or ".txt" => Csv(file),
            ".xlsx" or ".xls" or ".xlsm" => Sheets(file, Workbook.Read(file)),
            ".jsonld" or ".json" => Linked(file, LinkedGraph.Read(file)),
            var other => throw new ImportException($"'{other}' is no format that can be imported; give a .csv, .xlsx or .jsonld."),
        };
    }

    /// <param name="name">A file beside this one, a sheet, or a type of linked things; null: the catalogue itself.</param>
    /// <exception cref="ImportException">There is no such table.</exception>
    public SourceTable Table(string? name) => table(name);

    private static Source Csv(string file) => new(file, name =>
    {
        var other = name is null ? file : Beside(file, name);
        return File.Exists(other)
            ? CsvTable.Read(other)
            : throw new ImportException($"There is no file {name} beside {Path.GetFileName(file)}: put it there, or correct 'from' in the mapping.");
    });

    // A mapping may be another's, who would choose which files of this machine are read into a pack.
    private static string Beside(string file, string name)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var other = Path.GetFullPath(Path.Combine(folder, name));
        return other.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? other
            : throw new ImportException($"'from: {name}' in the mapping leads out of the folder of {Path.GetFileName(file)}: put the file beside it, and write its name.");
    }

    private static Source Sheets(string file, IReadOnlyList<SourceTable> sheets) => new(file, name =>
        (name is null ? sheets.FirstOrDefault(s => s.Rows.Count > 0) : sheets.FirstOrDefault(s => s.Name == name))
        ?? throw new ImportException($"There is no sheet '{name}' in {Path.GetFileName(file)}: use one of {string.Join(", ", sheets.Select(s => s.Name))}."));

    private static Source Linked(string file, LinkedGraph graph) => new(file, name => graph.Table(name ?? "PublicService", Path.GetFileName(file)));
}
