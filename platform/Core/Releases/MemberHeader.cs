using System.Text;

namespace Platform.Core.Releases;

/// <summary>
/// The 512 bytes before each member: a header of tar in the form <c>ustar</c> (POSIX.1-1988), so that any tar can unpack a release.
/// Of name and size there is exactly one header, with one mode, no owner and no time: whoever checks a release
/// writes each header anew and compares, and never depends on how a tar program reads one.
/// </summary>
internal static class MemberHeader
{
    public const int Length = 512;

    public static byte[] Of(string name, long size)
    {
        var header = new byte[Length];
        Put(header, 0, name);
        Put(header, 100, "0000644\00000000\00000000\0");
        Put(header, 124, $"{Octal(size, 11)}\0{Octal(0, 11)}\0");
        Put(header, 148, "        0");
        Put(header, 257, "ustar\000");
        Put(header, 329, "0000000\00000000\0");
        Put(header, 148, $"{Octal(header.Sum(b => (long)b), 6)}\0 ");
        return header;
    }

    /// <returns>Null where these bytes are no header that <see cref="Of"/> writes.</returns>
    public static (string Name, long Size)? Read(ReadOnlySpan<byte> header)
    {
        var name = Encoding.ASCII.GetString(header[..100]).TrimEnd('\0');
        long size = 0;
        foreach (var digit in header[124..135])
        {
            size = digit is >= (byte)'0' and <= (byte)'7' ? (size * 8) + digit - '0' : -1;
            if (size < 0)
            {
                return null;
            }
        }

        return header.SequenceEqual(Of(name, size)) ? (name, size) : null;
    }

    /// <summary>Zeros after a member, up to the next whole block.</summary>
    public static int Padding(long size) => (int)(-size & (Length - 1));

    private static void Put(byte[] header, int at, string text) => Encoding.ASCII.GetBytes(text, header.AsSpan(at));

    private static string Octal(long value, int digits) => Convert.ToString(value, 8).PadLeft(digits, '0');
}
