using System.Text;
using System.Text.Unicode;

namespace Platform.Core.Texts.Po;

internal static class PoBytes
{
    /// <summary>Text of UTF-8 bytes, without a byte order mark.</summary>
    /// <exception cref="PoException">They are not UTF-8; the line of the first wrong byte is named.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string file)
    {
        var body = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var wrong = FirstInvalid(body);
        return wrong < 0
            ? Encoding.UTF8.GetString(body)
            : throw new PoException(file, body[..wrong].Count((byte)'\n') + 1, "This is not UTF-8: save the file as UTF-8.");
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return -1;
        }

        var read = 0;
        while (Rune.DecodeFromUtf8(bytes[read..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            read += used;
        }

        return read;
    }
}
