using Platform.Core.Keys;

namespace Platform.Core.Files;

/// <summary>
/// The content of a sealed file, chunk by chunk; no byte of a chunk is given out before the chunk is authentic. A file that was cut shows itself only at
/// the cut: until the stream has ended without an error, what was read is a beginning.
/// </summary>
internal sealed class SealedFileStream(FileStream file, SealedChunks chunks) : Stream
{
    private readonly byte[] buffer = new byte[SealedChunks.SealedChunkSize];
    private ReadOnlyMemory<byte> ready;
    private long next;
    private bool ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => SealedChunks.ContentLength(file.Length);

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="UnreadableException">Altered, cut, continued, or another file put in its place.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        if (ready.IsEmpty && !ended)
        {
            Open(await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken));
        }

        return Take(destination.Span);
    }

    public override Task<int> ReadAsync(byte[] destination, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(destination.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] destination, int offset, int count)
    {
        if (ready.IsEmpty && !ended)
        {
            Open(file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        }

        return Take(destination.AsSpan(offset, count));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] source, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            chunks.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Open(int read)
    {
        var last = file.Position >= file.Length;
        ready = chunks.Open(next++, last, buffer.AsSpan(0, read));
        ended = last;
    }

    private int Take(Span<byte> destination)
    {
        var count = Math.Min(destination.Length, ready.Length);
        ready.Span[..count].CopyTo(destination);
        ready = ready[count..];
        return count;
    }
}
