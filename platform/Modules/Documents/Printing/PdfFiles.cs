using Platform.Core.Files;
using Platform.Core.Keys.Subjects;

namespace Platform.Modules.Documents.Printing;

/// <summary>The stored PDF of documents, sealed with the key of their case.</summary>
public sealed class PdfFiles(FileStore files, KeyStore keys)
{
    private const long Largest = 20_000_000;

    /// <returns>Its id, durable before a row names it.</returns>
    public async Task<Guid> StoreAsync(Guid caseId, string path, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        await using var pdf = File.OpenRead(path);
        await files.WriteAsync(id, await keys.GetAsync(caseId, cancellationToken), pdf, new FileLimits(Largest, new HashSet<FileType> { FileType.Pdf }), cancellationToken);
        return id;
    }

    /// <returns>Null where none was made.</returns>
    public async Task<Stream?> OpenAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.FileId is { } id ? await files.OpenAsync(id, await keys.GetAsync(row.CaseId, cancellationToken), cancellationToken) : null;
    }
}
