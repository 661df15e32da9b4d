using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys;

namespace Platform.Core.Exports;

/// <summary>Writes one table as JSON Lines, a few hundred rows at a time, and the files that its rows name beside.</summary>
internal sealed class TableExport(ExportTable table, IReadOnlyList<TableColumn> columns, ExportSource source, ExportFolder folder)
{
    private const int Batch = 200;
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Dictionary<string, long> sealedStill = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<TableColumn> columns = [.. columns.Where(c => !table.Left.ContainsKey(c.Name))];

    public long Rows { get; private set; }

    public long Erased { get; private set; }

    public long Files { get; private set; }

    public long FileBytes { get; private set; }

    /// <summary>The columns that are exported.</summary>
    public IReadOnlyList<TableColumn> Columns => columns;

    public async Task WriteAsync(DbConnection connection, Stream lines, Action progress, CancellationToken cancellationToken)
    {
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(Sql(), flags: CommandFlags.None, cancellationToken: cancellationToken));
        var batch = new List<ExportRow>(Batch);
        while (await reader.ReadAsync(cancellationToken))
        {
            batch.Add(new ExportRow(columns, [.. columns.Select((c, i) => c.Read(reader.GetValue(i)))]));
            // What lies apart is large: one at a time.
            if (batch.Count == (table.Apart is null ? Batch : 1))
            {
                await WriteAsync(batch, lines, cancellationToken);
                progress();
            }
        }

        await WriteAsync(batch, lines, cancellationToken);
        foreach (var (column, values) in sealedStill.Where(c => c.Value > 0))
        {
            source.Note(FormattableString.Invariant($"{table.Name}.{column}: {values} values look sealed and stay so, because no module that this program knows opens them; name the one that does."));
        }
    }

    private string Sql()
    {
        var key = string.Join(", ", columns.Where(c => c.Key > 0).OrderBy(c => c.Key).Select(c => c.Name));
        return $"select {string.Join(", ", columns.Select(c => c.Name))} from {table.Name}{(key.Length == 0 ? "" : $" order by {key}")}";
    }

    private async Task WriteAsync(List<ExportRow> batch, Stream lines, CancellationToken cancellationToken)
    {
        var keys = await source.KeysAsync(Subjects(batch), cancellationToken);
        foreach (var row in batch)
        {
            lines.Write(Line(row, keys));
            Rows++;
            Erased += SubjectsOf(row).Any(s => !keys.ContainsKey(s)) ? 1 : 0;
            await WriteFilesAsync(row, keys, cancellationToken);
        }

        batch.Clear();
    }

    private IEnumerable<Guid> Subjects(List<ExportRow> batch) => batch.SelectMany(SubjectsOf);

    private IEnumerable<Guid> SubjectsOf(ExportRow row) => table.Sealed.Where(s => row[s.Key] is not null).Select(s => row.IdOrNull(s.Value.Subject))
        .Concat(table.Files is { } named && row[named.File] is not null ? [row.IdOrNull(named.Subject)] : []).OfType<Guid>();

    private byte[] Line(ExportRow row, Dictionary<Guid, SecretKey> keys)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Relaxed))
        {
            json.WriteStartObject();
            foreach (var column in columns)
            {
                json.WritePropertyName(column.Name);
                Write(json, row, column, keys);
            }

            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private void Write(Utf8JsonWriter json, ExportRow row, TableColumn column, Dictionary<Guid, SecretKey> keys)
    {
        switch (row[column.Name])
        {
            case null:
                json.WriteNullValue();
                break;
            case byte[] value when table.Sealed.TryGetValue(column.Name, out var hidden):
                WriteOpened(json, Open(row, hidden, value, keys), hidden.Content);
                break;
            case byte[] when table.Apart?.Column == column.Name:
                json.WriteStringValue(PathApart(row));
                break;
            case byte[] value:
                sealedStill[column.Name] = sealedStill.GetValueOrDefault(column.Name) + (Cipher.IsOfForm(value) ? 1 : 0);
                json.WriteStringValue(Convert.ToHexStringLower(value));
                break;
            case Guid id:
                json.WriteStringValue(id);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case var text:
                json.WriteStringValue((string)text);
                break;
        }
    }

    private string? Open(ExportRow row, SealedColumn hidden, byte[] value, Dictionary<Guid, SecretKey> keys) =>
        row.IdOrNull(hidden.Subject) is { } subject && keys.TryGetValue(subject, out var key) ? source.Open(key, hidden.Place(row), value) : null;

    private static void WriteOpened(Utf8JsonWriter json, string? opened, SealedContent content)
    {
        if (opened is null)
        {
            json.WriteNullValue();
        }
        else if (content == SealedContent.Text)
        {
            json.WriteStringValue(opened);
        }
        else
        {
            // Once more through a document: what was written with line breaks would end the line.
            using var document = JsonDocument.Parse(opened);
            document.WriteTo(json);
        }
    }

    private async Task WriteFilesAsync(ExportRow row, Dictionary<Guid, SecretKey> keys, CancellationToken cancellationToken)
    {
        if (table.Apart is { } apart && row[apart.Column] is byte[] content)
        {
            await folder.WriteAsync(PathApart(row), async target => await target.WriteAsync(content, cancellationToken));
        }

        if (table.Files is { } named && row.IdOrNull(named.File) is { } id && row.IdOrNull(named.Subject) is { } subject && keys.TryGetValue(subject, out var key)
            && await source.FileAsync(id, key, cancellationToken) is { } file)
        {
            await CopyAsync(id, file, cancellationToken);
        }
    }

    private async Task CopyAsync(Guid id, Stream file, CancellationToken cancellationToken)
    {
        await using var opened = file;
        try
        {
            await folder.WriteAsync(PathOf(id), target => opened.CopyToAsync(target, cancellationToken));
            (Files, FileBytes) = (Files + 1, FileBytes + opened.Length);
        }
        catch (UnreadableException error)
        {
            source.Note($"{error.Message} Its beginning is in the export.");
        }
    }

    // The first digits of an id are its time: all of a day would lie in one folder.
    private static string PathOf(Guid id) => string.Create(CultureInfo.InvariantCulture, $"files/{id.ToString("D")[^2..]}/{id:D}");

    private string PathApart(ExportRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"files/{table.Name}/{row[columns.First(c => c.Key == 1).Name]}{table.Apart!.Value.Extension}");
}
