using System.Security.Cryptography;

namespace Platform.Core.Files;

/// <summary>One file on its way to disk: counted, looked at, scanned where there is a scanner, sealed chunk by chunk and hashed.</summary>
internal sealed class FileSealing(Stream target, SealedChunks chunks, FileLimits limits, ClamdScan? scan) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] current = new byte[SealedChunks.ChunkSize];
    private byte[] following = new byte[SealedChunks.ChunkSize];

    public long Length { get; private set; }

    public FileType Type { get; private set; } = FileType.Unknown;

    public byte[] Sha256() => hash.GetHashAndReset();

    /// <exception cref="FileRefusedException">As soon as it is known.</exception>
    public async Task RunAsync(Stream content, CancellationToken cancellationToken)
    {
        await PutAsync(chunks.Header, cancellationToken);
        var count = await FillAsync(content, current, cancellationToken);
        Look(count);
        for (var (number, last) = (0L, false); !last; number++)
        {
            // Whether a chunk is the last is part of its seal, so one is read ahead.
            var ahead = await FillAsync(content, following, cancellationToken);
            last = ahead == 0;
            if (scan is not null)
            {
                await scan.SendAsync(current.AsMemory(0, count));
            }

            await PutAsync(chunks.Seal(number, last, current.AsSpan(0, count)), cancellationToken);
            (current, following, count) = (following, current, ahead);
        }

        if (scan is not null)
        {
            await scan.EndAsync(Type);
        }
    }

    public void Dispose()
    {
        hash.Dispose();
        chunks.Dispose();
    }

    private void Look(int count)
    {
        Type = FileType.Of(current.AsSpan(0, count));
        if (count == 0)
        {
            throw new FileRefusedException(FileRefusal.Empty, Type);
        }

        if (limits.Types?.Contains(Type) == false)
        {
            throw new FileRefusedException(FileRefusal.TypeNotAccepted, Type);
        }
    }

    private async Task<int> FillAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        var count = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        Length += count;
        return Length <= limits.MaxBytes ? count : throw new FileRefusedException(FileRefusal.TooLarge, Type);
    }

    private async Task PutAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        hash.AppendData(bytes);
        await target.WriteAsync(bytes, cancellationToken);
    }
}
