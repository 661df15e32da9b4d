using System.Security.Cryptography;

namespace Platform.Core.Releases;

/// <summary>A member's bytes, taken from the file that was verified and compared once more: somebody may have written into it since.</summary>
internal sealed class MemberStream(Stream file, long start, ReleaseMember member) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => member.Size;

    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        file.Position = start + read;
        var count = file.Read(buffer[..(int)Math.Min(buffer.Length, member.Size - read)]);
        hash.AppendData(buffer[..count]);
        read += count;
        return count;
    }

    /// <summary>Reads what is left.</summary>
    /// <exception cref="ReleaseRefusedException">The bytes are no longer those that were verified.</exception>
    public void DemandUnchanged()
    {
        CopyTo(Null);
        if (read != member.Size || Convert.ToHexStringLower(hash.GetHashAndReset()) != member.Sha256)
        {
            throw new ReleaseRefusedException($"{member.Name} was changed while the release was in use.");
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }
}
