using Platform.Core.Data;
using Platform.Core.Keys;

namespace Platform.Core.Files;

/// <summary>
/// Uploaded and produced files, encrypted with the key of the case they belong to and never shared between cases. A file is durable before the act that
/// names it: write first, commit after; what no row names is swept after 24 hours.
/// </summary>
/// <param name="folder">The folder <c>files</c> of the instance.</param>
/// <param name="clamd">Looks at what people upload; null: nobody does.</param>
public sealed class FileStore(string folder, TimeProvider clock, Clamd? clamd = null)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int SweepBatch = 500;
    private static readonly TimeSpan Unreferenced = TimeSpan.FromHours(24);

    /// <summary>Encrypts and stores content as it arrives; when it answers, the file survives a power cut.</summary>
    /// <param name="id">A new id; it becomes the file's name.</param>
    /// <param name="key">The key of the case.</param>
    /// <exception cref="FileRefusedException">Too large, empty, of a kind not accepted, or found harmful. Nothing is left behind.</exception>
    public async Task<StoredFile> WriteAsync(Guid id, SecretKey key, Stream content, FileLimits limits, CancellationToken cancellationToken = default)
    {
        var path = PathOf(id);
        Folder.Create(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            var stored = await SealAsync(temporary, id, key, content, limits, cancellationToken);
            DurableFile.Publish(temporary, path);
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Reads a file back. Dispose the stream; it is unreadable the moment its case key is erased.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnreadableException">Sealed with another key, or altered; also while reading.</exception>
    public async Task<Stream> OpenAsync(Guid id, SecretKey key, CancellationToken cancellationToken = default)
    {
        var file = Find(id);
        try
        {
            var header = new byte[SealedChunks.HeaderSize];
            var read = await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken);
            return new SealedFileStream(file, SealedChunks.Of(key, id, read == header.Length ? header : []));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deletes the file; doing it again does nothing.</summary>
    public void Delete(Guid id)
    {
        var path = PathOf(id);
        if (File.Exists(path))
        {
            File.Delete(path);
            Folder.Flush(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Deletes what is older than 24 hours and named by no row, half-written files included.</summary>
    /// <param name="referenced">Asked for up to 500 ids at a time: which of them does a row name? It must speak for every module that keeps files,
    /// also one that is switched off; when in doubt it names the id.</param>
    /// <returns>How many files were deleted.</returns>
    public async Task<int> SweepAsync(Func<IReadOnlyCollection<Guid>, Task<IReadOnlySet<Guid>>> referenced, CancellationToken cancellationToken = default)
    {
        var deleted = 0;
        foreach (var batch in OldFiles().Chunk(SweepBatch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var kept = await referenced([.. batch.Select(IdOf).OfType<Guid>()]);
            foreach (var path in batch.Where(path => IdOf(path) is not { } id || !kept.Contains(id)))
            {
                File.Delete(path);
                deleted++;
            }
        }

        return deleted;
    }

    // The first digits of an id are its time: files of one day would lie in one folder. The last ones are random.
    internal string PathOf(Guid id)
    {
        var name = id.ToString("D");
        return Path.Combine(folder, name[^4..^2], name[^2..], name);
    }

    private async Task<StoredFile> SealAsync(string path, Guid id, SecretKey key, Stream content, FileLimits limits, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, DurableFile.Options(OwnerOnly));
        using var scan = clamd is null || limits.IsOurs ? null : await clamd.BeginAsync(cancellationToken);
        using var sealing = new FileSealing(file, SealedChunks.New(key, id), limits, scan);
        await sealing.RunAsync(content, cancellationToken);
        file.Flush(flushToDisk: true);
        return new StoredFile(id, sealing.Length, sealing.Type, sealing.Sha256());
    }

    private FileStream Find(Guid id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (DirectoryNotFoundException error)
        {
            throw new FileNotFoundException($"There is no file {id:D}.", error);
        }
    }

    private IEnumerable<string> OldFiles() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => clock.Now().Since(Instant.From(File.GetLastWriteTimeUtc(path))) > Unreferenced)
        : [];

    private static Guid? IdOf(string path) => Guid.TryParseExact(Path.GetFileName(path), "D", out var id) ? id : null;
}
