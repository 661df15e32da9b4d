using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Keys.Subjects;

namespace Platform.Modules.Documents.Printing;

/// <summary>What there is to say of the PDF of a document.</summary>
public enum PdfState
{
    Made,

    /// <summary>A moment after it was issued.</summary>
    Coming,

    /// <summary>It should be there and is not: the printer fails. It is tried on, and its operator sees why in the outbox.</summary>
    Late,

    /// <summary>This portal makes none.</summary>
    Never,
}

/// <summary>The stored PDF of documents, sealed with the key of their case.</summary>
public sealed class PdfFiles(FileStore files, KeyStore keys, PdfPrinter printer, TimeProvider clock)
{
    private const long Largest = 20_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public PdfState StateOf(DocumentRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (row.FileId, printer.IsInstalled) switch
        {
            (not null, _) => PdfState.Made,
            (_, false) => PdfState.Never,
            _ => clock.Now().Since(row.IssuedAt) < Patience ? PdfState.Coming : PdfState.Late,
        };
    }

    /// <returns>Its id, durable before a row names it.</returns>
    public async Task<Guid> StoreAsync(Guid caseId, string path, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        await using var pdf = File.OpenRead(path);
        await files.WriteAsync(id, await keys.GetAsync(caseId, cancellationToken), pdf, new FileLimits(Largest, new HashSet<FileType> { FileType.Pdf }, IsOurs: true), cancellationToken);
        return id;
    }

    /// <returns>Null where none was made.</returns>
    public async Task<Stream?> OpenAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.FileId is { } id ? await files.OpenAsync(id, await keys.GetAsync(row.CaseId, cancellationToken), cancellationToken) : null;
    }
}
