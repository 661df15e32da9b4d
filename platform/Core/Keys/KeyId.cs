using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Platform.Core.Keys;

/// <summary>
/// Names a key without revealing it: the first 64 bits of HMAC-SHA256(key, "key id"). Because it follows from the key, a key file or
/// a restored share cannot carry a wrong one.
/// </summary>
/// <param name="Value">The 64 bits, written as 16 hexadecimal digits.</param>
public readonly record struct KeyId(ulong Value)
{
    /// <summary>Bytes in a ciphertext header.</summary>
    internal const int Size = sizeof(ulong);

    /// <exception cref="FormatException">Not 16 hexadecimal digits.</exception>
    public static KeyId Parse(string text) => new(ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);

    internal static KeyId Of(ReadOnlySpan<byte> key) => Read(HMACSHA256.HashData(key, "key id"u8));

    internal static KeyId Read(ReadOnlySpan<byte> header) => new(BinaryPrimitives.ReadUInt64BigEndian(header));

    internal void Write(Span<byte> header) => BinaryPrimitives.WriteUInt64BigEndian(header, Value);
}
