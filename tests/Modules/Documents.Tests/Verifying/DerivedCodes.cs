using System.Numerics;
using Platform.Modules.Documents.Issuing;

namespace Platform.Modules.Documents.Tests.Verifying;

/// <summary>What somebody would try who has one genuine code: everything near it. No two of them mean the same, and none means the genuine one.</summary>
internal static class DerivedCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Bits = 5;

    public static IEnumerable<string> Of(string code)
    {
        var seen = new HashSet<string> { DocumentCode.Hash(code) };
        return Near(code).Where(c => c.Length > 0 && seen.Add(DocumentCode.Hash(c)));
    }

    private static IEnumerable<string> Near(string code) =>
    [
        .. Enumerable.Range(1, code.Length - 1).SelectMany(n => new[] { code[..n], code[n..], code[n..] + code[..n], code + code[..n] }),
        .. Enumerable.Range(1, code.Length - 1).Select(i => code[..(i - 1)] + code[i] + code[i - 1] + code[(i + 1)..]),
        .. Enumerable.Range(1, 400).SelectMany(n => new[] { Plus(code, n), Plus(code, -n) }),
        .. Enumerable.Range(0, code.Length).SelectMany(i => Alphabet.Select(c => code[..i] + c + code[(i + 1)..])),
        .. Enumerable.Range(0, code.Length).SelectMany(i => Alphabet.Select(c => (code[..i] + c + code[i..]).ToLowerInvariant())),
        .. Enumerable.Range(0, code.Length * Bits).Select(a => Flip(code, a)),
        .. Enumerable.Range(0, code.Length * Bits).SelectMany(a => Enumerable.Range(0, a).Select(b => Mixed(DocumentCode.Show(Flip(Flip(code, a), b))))),
    ];

    // The code as one number of 130 bits.
    private static string Plus(string code, int step)
    {
        var number = code.Aggregate(BigInteger.Zero, (sum, c) => (sum << Bits) + Alphabet.IndexOf(c, StringComparison.Ordinal)) + step;
        return new string([.. Enumerable.Range(0, code.Length).Reverse().Select(i => Alphabet[(int)((number >> (i * Bits)) & 31)])]);
    }

    private static string Flip(string code, int bit)
    {
        var i = bit / Bits;
        return code[..i] + Alphabet[Alphabet.IndexOf(code[i], StringComparison.Ordinal) ^ (1 << (bit % Bits))] + code[(i + 1)..];
    }

    private static string Mixed(string code) => string.Concat(code.Select((c, i) => i % 2 == 0 ? char.ToLowerInvariant(c) : c));
}
