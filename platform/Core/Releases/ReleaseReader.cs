using System.Security.Cryptography;

namespace Platform.Core.Releases;

/// <summary>
/// Reads a release from its beginning to its end, once, each part in its place. Nothing is searched for and nothing skipped:
/// a header that is not the one that is due, a byte between members or behind the last one is refused.
/// </summary>
internal sealed class ReleaseReader(Stream stream)
{
    private const int LargestPart = 1 << 20;
    private const int EndLength = 2 * MemberHeader.Length;

    private readonly byte[] header = new byte[MemberHeader.Length];
    private readonly byte[] buffer = new byte[1 << 16];
    private bool ahead;

    /// <summary>How far it has come, in bytes.</summary>
    public long Position { get; private set; }

    /// <returns>A manifest or signature; null if something else comes next.</returns>
    public byte[]? TakeIfNext(string name)
    {
        if (!ahead)
        {
            Fill(header);
            ahead = true;
        }

        return MemberHeader.Read(header) is { } next && next.Name == name ? TakeNext(next.Size, name) : null;
    }

    /// <exception cref="ReleaseRefusedException">Something else comes next.</exception>
    public byte[] Take(string name) => TakeIfNext(name) ?? throw new ReleaseRefusedException($"Where {name} is due there is something else.");

    /// <summary>Reads a member's bytes and compares them with the manifest.</summary>
    /// <returns>Where its bytes begin.</returns>
    public long Check(ReleaseMember member, IProgress<long>? progress)
    {
        if (!ahead)
        {
            Fill(header);
        }

        ahead = false;
        if (!header.AsSpan().SequenceEqual(MemberHeader.Of(member.Name, member.Size)))
        {
            throw new ReleaseRefusedException($"Where {member.Name} with {member.Size} bytes is due there is something else.");
        }

        var start = Position;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var left = member.Size; left > 0; left -= Math.Min(left, buffer.Length))
        {
            var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            Fill(part);
            hash.AppendData(part);
            progress?.Report(Position);
        }

        DemandZeros(MemberHeader.Padding(member.Size), member.Name);
        return Convert.ToHexStringLower(hash.GetHashAndReset()) == member.Sha256 ? start : throw new ReleaseRefusedException($"{member.Name} is not what was signed.");
    }

    /// <exception cref="ReleaseRefusedException">Something follows.</exception>
    public void End()
    {
        DemandZeros(EndLength, "the last member");
        if (stream.Read(buffer, 0, 1) != 0)
        {
            throw new ReleaseRefusedException("Something follows after the end of the release.");
        }
    }

    private byte[] TakeNext(long size, string name)
    {
        ahead = false;
        if (size > LargestPart)
        {
            throw new ReleaseRefusedException($"{name} is larger than any can be.");
        }

        var content = new byte[size];
        Fill(content);
        DemandZeros(MemberHeader.Padding(size), name);
        return content;
    }

    private void DemandZeros(int count, string after)
    {
        var zeros = buffer.AsSpan(0, count);
        Fill(zeros);
        if (zeros.ContainsAnyExcept((byte)0))
        {
            throw new ReleaseRefusedException($"There are bytes after {after} that do not belong there.");
        }
    }

    private void Fill(Span<byte> part)
    {
        if (stream.ReadAtLeast(part, part.Length, throwOnEndOfStream: false) != part.Length)
        {
            throw new ReleaseRefusedException("The release is cut off.");
        }

        Position += part.Length;
    }
}
