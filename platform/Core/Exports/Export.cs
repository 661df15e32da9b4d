using System.Data.Common;
using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Keys.Subjects;
using Platform.Core.People;

namespace Platform.Core.Exports;

/// <summary>
/// Everything that an instance knows, opened, in formats that anybody reads: a line of JSON for each row, a JSON Schema for each kind, the files
/// themselves, sums and a manifest. All tables show one moment; the portal may go on.
/// </summary>
public sealed class Export(Db db, KeyStore keys, FileStore files, Acts acts)
{
    /// <summary>The kind of the audit line that every export leaves, also one that did not end.</summary>
    public const string AuditKind = "export";

    /// <param name="folder">Made by this and for its owner only; holds people's data in clear.</param>
    /// <param name="progress">Told how many rows have been written so far.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<ExportManifest> WriteAsync(string folder, ExportPlan plan, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        var id = Guid.CreateVersion7();
        var act = acts.Begin(Actor.System).Audit(AuditKind, id, "data.export");
        await act.CommitAsync(cancellationToken);
        await using var target = new ExportFolder(folder);
        var source = new ExportSource(keys, files);
        var manifest = await WriteAsync(target, source, plan, new() { ExportId = id, MadeAt = act.At.ToString(), Tables = [], Files = 0, FileBytes = 0, Left = plan.Left, Faults = [] }, progress, cancellationToken);
        await target.WriteAsync("README.md", Readme());
        await target.WriteAsync("manifest.json", manifest.ToJson());
        return manifest;
    }

    private async Task<ExportManifest> WriteAsync(ExportFolder target, ExportSource source, ExportPlan plan, ExportManifest manifest, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        await using var moment = await Db.BeginSnapshotAsync(connection, cancellationToken);
        foreach (var columns in await TableColumn.ReadAllAsync(connection, db.IsPostgres))
        {
            if (plan.Of(columns.Key) is { } table)
            {
                var before = manifest.Rows;
                var rows = new TableExport(table, [.. columns], source, target);
                var exported = await WriteAsync(target, connection, table, rows, plan.Knows(table.Name), () => progress?.Report(before + rows.Rows), cancellationToken);
                manifest = manifest with { Tables = [.. manifest.Tables, exported], Files = manifest.Files + rows.Files, FileBytes = manifest.FileBytes + rows.FileBytes };
            }
        }

        return manifest with { Faults = source.Faults };
    }

    private static async Task<ExportedTable> WriteAsync(ExportFolder target, DbConnection connection, ExportTable table, TableExport rows, bool known, Action progress, CancellationToken cancellationToken)
    {
        var (file, schema) = ($"data/{table.Name}.jsonl", $"schemas/{table.Name}.json");
        var sha256 = await target.WriteAsync(file, lines => rows.WriteAsync(connection, lines, progress, cancellationToken));
        await target.WriteAsync(schema, ExportSchema.Of(table, rows.Columns).ToJsonString(ExportManifest.Json) + "\n");
        return new(table.Name, table.Title, file, schema, rows.Rows, rows.Erased, known, table.Left, sha256);
    }

    private static string Readme()
    {
        using var reader = new StreamReader(typeof(Export).Assembly.GetManifestResourceStream("Platform.Core.Exports.README.md")!);
        return reader.ReadToEnd();
    }
}
