using System.Security.Cryptography;

namespace Platform.Core.Keys.Escrow;

/// <summary>
/// Shamir's secret sharing, byte by byte over GF(2^8) with the polynomial of AES (x^8+x^4+x^3+x+1). Any <c>threshold</c> shares give the
/// secret back; fewer say nothing about it. A share is the value of a random polynomial at its index (1-255); the secret is the value at 0.
/// </summary>
internal static class Shamir
{
    public static IReadOnlyList<(byte Index, byte[] Value)> Split(ReadOnlySpan<byte> secret, int threshold, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 255);
        var length = secret.Length;
        var shares = Enumerable.Range(1, count).Select(index => (Index: (byte)index, Value: new byte[length])).ToArray();
        var coefficients = new byte[threshold];
        for (var i = 0; i < secret.Length; i++)
        {
            RandomNumberGenerator.Fill(coefficients);
            coefficients[0] = secret[i];
            foreach (var (index, value) in shares)
            {
                value[i] = At(coefficients, index);
            }
        }

        CryptographicOperations.ZeroMemory(coefficients);
        return shares;
    }

    /// <param name="shares">Exactly as many as the threshold, with different indexes and values of one length.</param>
    public static byte[] Join(IReadOnlyList<(byte Index, byte[] Value)> shares)
    {
        var secret = new byte[shares[0].Value.Length];
        foreach (var (index, value) in shares)
        {
            var weight = WeightAtZero(index, shares.Select(share => share.Index));
            for (var i = 0; i < secret.Length; i++)
            {
                secret[i] ^= Multiply(weight, value[i]);
            }
        }

        return secret;
    }

    /// <summary>The product in the field, without tables or branches on secret bits, so that its time says nothing.</summary>
    internal static byte Multiply(byte a, byte b)
    {
        int product = 0, factor = a, bits = b;
        for (var i = 0; i < 8; i++)
        {
            product ^= factor & -(bits & 1);
            factor = (factor << 1) ^ (0x11b & -(factor >> 7));
            bits >>= 1;
        }

        return (byte)product;
    }

    // Every element but 0 has order dividing 255, so a^254 is the inverse.
    internal static byte Invert(byte a)
    {
        byte inverse = 1;
        for (var i = 0; i < 254; i++)
        {
            inverse = Multiply(inverse, a);
        }

        return inverse;
    }

    private static byte At(ReadOnlySpan<byte> coefficients, byte x)
    {
        byte value = 0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            value = (byte)(Multiply(value, x) ^ coefficients[i]);
        }

        return value;
    }

    // Lagrange: the product of x_j / (x_j - x_i) over the other shares; subtraction is exclusive or.
    private static byte WeightAtZero(byte index, IEnumerable<byte> all) => all
        .Where(other => other != index)
        .Aggregate((byte)1, (weight, other) => Multiply(weight, Multiply(other, Invert((byte)(other ^ index)))));
}
