using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Files;
using Platform.Core.Keys.Subjects;

namespace Platform.Modules.Cases.Drafts;

/// <summary>A file that is durable on disk and about to be named by a row.</summary>
/// <param name="Name">As the person's device called it; see <see cref="FileName"/>.</param>
public sealed record UploadedFile(string Name, StoredFile Stored);

/// <summary>Files of cases, sealed with the key of their case.</summary>
public sealed class CaseFiles(FileStore files, KeyStore keys, Db db, IOptions<CasesOptions> options)
{
    /// <exception cref="FileRefusedException">Not accepted; nothing was stored.</exception>
    public async Task<UploadedFile> StoreAsync(Guid caseId, string name, Stream content, FileLimits limits, CancellationToken cancellationToken = default)
    {
        if ((await db.ReadAsync<long>("select count(*) from cases_file where case_id = @caseId", new { caseId }, cancellationToken))[0] >= options.Value.MostFiles)
        {
            throw new FileRefusedException(FileRefusal.NoRoom, FileType.Unknown);
        }

        var stored = await files.WriteAsync(Guid.CreateVersion7(), await keys.GetAsync(caseId, cancellationToken), content, limits, cancellationToken);
        return new(FileName.Of(name, stored.Type), stored);
    }

    /// <param name="file">One of the case, as read through <see cref="CaseStore.FilesAsync"/>.</param>
    public async Task<Stream> OpenAsync(Guid caseId, CaseFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return await files.OpenAsync(file.FileId, await keys.GetAsync(caseId, cancellationToken), cancellationToken);
    }
}
