using System.Buffers.Binary;
using System.Security.Cryptography;
using Platform.Core.Keys;

namespace Platform.Core.Files;

/// <summary>
/// How a file is encrypted: in chunks, so that it can be written and read as a stream, after the STREAM construction (Hoang, Reyhanitabar, Rogaway,
/// Vizár: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance, 2015).
/// <code>
/// file   = format (1 byte, 0x01) | key id (8) | salt (16, random) | chunk 0 | chunk 1 | ...
/// chunk  = AES-256-GCM of up to 65536 bytes | tag (16);   only the last may be shorter, and only an empty file has an empty one
/// key    = HKDF-SHA256(case key, salt, "platform/file/" + file id)
/// nonce  = chunk number (11 bytes, big-endian) | 0x01 for the last chunk, else 0x00;   associated data = the header
/// </code>
/// The number in the nonce shows chunks that were exchanged, repeated or left out; the last byte shows a file cut at a chunk's end or continued.
/// The file id in the key shows a file put in another's place. A key of its own for each file makes counted nonces safe.
/// </summary>
internal sealed class SealedChunks : IDisposable
{
    public const int ChunkSize = 65536;
    public const int SealedChunkSize = ChunkSize + Cipher.TagSize;
    public const int HeaderSize = 1 + KeyId.Size + SaltSize;

    private const byte Format = 1;
    private const int SaltSize = 16;

    private readonly AesGcm aes;
    private readonly Guid file;

    private SealedChunks(SecretKey key, Guid file, byte[] header)
    {
        (this.file, Header) = (file, header);
        aes = new AesGcm(key.Derive($"platform/file/{file:D}", header.AsSpan(^SaltSize..)).Bytes, Cipher.TagSize);
    }

    public byte[] Header { get; }

    public static SealedChunks New(SecretKey key, Guid file)
    {
        var header = new byte[HeaderSize];
        header[0] = Format;
        key.Id.Write(header.AsSpan(1));
        RandomNumberGenerator.Fill(header.AsSpan(^SaltSize..));
        return new SealedChunks(key, file, header);
    }

    /// <exception cref="UnreadableException">Another format, or sealed with another key.</exception>
    public static SealedChunks Of(SecretKey key, Guid file, byte[] header) => header switch
    {
        not [Format, ..] => throw new UnreadableException($"The file {file:D} has a format that this version does not know."),
        _ when KeyId.Read(header.AsSpan(1)) != key.Id => throw new UnreadableException($"The file {file:D} is sealed with key {KeyId.Read(header.AsSpan(1))}, not with {key.Id}."),
        _ => new SealedChunks(key, file, header),
    };

    /// <summary>The content's length, from the file's.</summary>
    public static long ContentLength(long fileLength)
    {
        var chunks = fileLength - HeaderSize;
        return chunks - (chunks + SealedChunkSize - 1) / SealedChunkSize * Cipher.TagSize;
    }

    public byte[] Seal(long number, bool last, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[content.Length + Cipher.TagSize];
        aes.Encrypt(Nonce(number, last), content, chunk.AsSpan(0, content.Length), chunk.AsSpan(content.Length), Header);
        return chunk;
    }

    /// <exception cref="UnreadableException">Altered, moved, cut or continued.</exception>
    public byte[] Open(long number, bool last, ReadOnlySpan<byte> chunk)
    {
        try
        {
            var content = new byte[Math.Max(0, chunk.Length - Cipher.TagSize)];
            aes.Decrypt(Nonce(number, last), chunk[..content.Length], chunk[content.Length..], content, Header);
            return content;
        }
        catch (Exception error) when (error is AuthenticationTagMismatchException or ArgumentException)
        {
            throw new UnreadableException($"The file {file:D} was altered or cut, at chunk {number}.", error);
        }
    }

    public void Dispose() => aes.Dispose();

    private static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[Cipher.NonceSize];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
