using Platform.Core.Files;
using Platform.Core.Keys.Subjects;

namespace Platform.Modules.Cases.Drafts;

/// <summary>A file that is durable on disk and about to be named by a row.</summary>
/// <param name="Name">As the person's device called it.</param>
public sealed record UploadedFile(string Name, StoredFile Stored);

/// <summary>Files of cases, sealed with the key of their case.</summary>
public sealed class CaseFiles(FileStore files, KeyStore keys)
{
    private const int LongestName = 200;

    /// <exception cref="FileRefusedException">Not accepted; nothing was stored.</exception>
    public async Task<UploadedFile> StoreAsync(Guid caseId, string name, Stream content, FileLimits limits, CancellationToken cancellationToken = default)
    {
        var stored = await files.WriteAsync(Guid.CreateVersion7(), await keys.GetAsync(caseId, cancellationToken), content, limits, cancellationToken);
        return new(NameOf(name), stored);
    }

    /// <param name="file">One of the case, as read through <see cref="CaseStore.FilesAsync"/>.</param>
    public async Task<Stream> OpenAsync(Guid caseId, CaseFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return await files.OpenAsync(file.FileId, await keys.GetAsync(caseId, cancellationToken), cancellationToken);
    }

    // Some browsers send the whole path of the person's own disk.
    private static string NameOf(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return last.Length <= LongestName ? last : last[^LongestName..];
    }
}
