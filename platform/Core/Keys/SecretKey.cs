using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Core.Keys;

/// <summary>256 secret bits and their <see cref="KeyId"/>. Says nothing of itself but its id, so that it may stand in a log by mistake.</summary>
[DebuggerDisplay("{Id}")]
public sealed class SecretKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Size = 32;

    private readonly byte[] bytes;

    private SecretKey(byte[] bytes, KeyId id) => (this.bytes, Id) = (bytes, id);

    public KeyId Id { get; }

    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>A new random key.</summary>
    public static SecretKey Create() => From(RandomNumberGenerator.GetBytes(Size));

    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    internal static SecretKey From(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new SecretKey(bytes.ToArray(), KeyId.Of(bytes))
        : throw new ArgumentException("A key has 32 bytes.", nameof(bytes));

    /// <summary>
    /// An independent key for one purpose (HKDF-SHA256, RFC 5869). It keeps the id of its origin: what it seals says which key opens it.
    /// </summary>
    internal SecretKey Derive(string purpose, ReadOnlySpan<byte> salt = default)
    {
        var derived = new byte[Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, derived, salt, Encoding.UTF8.GetBytes(purpose));
        return new SecretKey(derived, Id);
    }

    public override string ToString() => Id.ToString();
}
