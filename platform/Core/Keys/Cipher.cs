using System.Security.Cryptography;
using System.Text;

namespace Platform.Core.Keys;

/// <summary>
/// AES-256-GCM for values in rows. A sealed value is
/// <c>format (1 byte, 0x01) | key id (8) | nonce (12, random) | ciphertext | tag (16)</c>;
/// header and <see cref="RowIdentity"/> are authenticated with it. A random nonce is safe for 2^32 values under one key.
/// </summary>
public static class Cipher
{
    /// <summary>Bytes a sealed value is longer than its content.</summary>
    public const int Overhead = HeaderSize + NonceSize + TagSize;

    internal const int TagSize = 16;
    internal const int NonceSize = 12;
    private const byte Format = 1;
    private const int HeaderSize = 1 + KeyId.Size;

    public static byte[] Seal(SecretKey key, RowIdentity row, string text) => Seal(key, row, Encoding.UTF8.GetBytes(text));

    public static byte[] Seal(SecretKey key, RowIdentity row, ReadOnlySpan<byte> content)
    {
        var sealedValue = new byte[Overhead + content.Length];
        sealedValue[0] = Format;
        key.Id.Write(sealedValue.AsSpan(1));
        var nonce = sealedValue.AsSpan(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Bytes, TagSize);
        aes.Encrypt(nonce, content, sealedValue.AsSpan(HeaderSize + NonceSize, content.Length), sealedValue.AsSpan(^TagSize..), Associated(sealedValue, row));
        return sealedValue;
    }

    /// <exception cref="UnreadableException">Altered, from another row, or sealed with another key.</exception>
    public static string OpenText(SecretKey key, RowIdentity row, ReadOnlySpan<byte> sealedValue) => Encoding.UTF8.GetString(Open(key, row, sealedValue));

    /// <exception cref="UnreadableException">Altered, from another row, or sealed with another key.</exception>
    public static byte[] Open(SecretKey key, RowIdentity row, ReadOnlySpan<byte> sealedValue)
    {
        var id = KeyIdOf(sealedValue, row);
        if (id != key.Id)
        {
            throw new UnreadableException($"{row} is sealed with key {id}, not with {key.Id}.");
        }

        var content = new byte[sealedValue.Length - Overhead];
        using var aes = new AesGcm(key.Bytes, TagSize);
        try
        {
            aes.Decrypt(sealedValue.Slice(HeaderSize, NonceSize), sealedValue[(HeaderSize + NonceSize)..^TagSize], sealedValue[^TagSize..], content, Associated(sealedValue, row));
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw new UnreadableException($"{row} was altered, or was written for another row.", error);
        }

        return content;
    }

    /// <summary>The key that <paramref name="sealedValue"/> asks for.</summary>
    /// <exception cref="UnreadableException">Too short, or of a format this version does not know.</exception>
    internal static KeyId KeyIdOf(ReadOnlySpan<byte> sealedValue, RowIdentity row) => IsOfForm(sealedValue)
        ? KeyId.Read(sealedValue[1..])
        : throw new UnreadableException($"{row} is not a sealed value of a known format.");

    /// <summary>Whether it begins like a sealed value and is long enough for one; other bytes do so once in 256 times.</summary>
    internal static bool IsOfForm(ReadOnlySpan<byte> value) => value.Length >= Overhead && value[0] == Format;

    private static byte[] Associated(ReadOnlySpan<byte> sealedValue, RowIdentity row) => [.. sealedValue[..HeaderSize], .. row.ToBytes()];
}
