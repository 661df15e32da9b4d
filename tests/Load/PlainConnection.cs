using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Platform.Load;

/// <summary>
/// HTTP/1.1 by hand over one connection, one request after another: a client of the library needs more of the load's core than a kept page needs of the
/// server's.
/// </summary>
internal sealed class PlainConnection : IDisposable
{
    private const int Largest = 1 << 20;
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[Largest];

    public PlainConnection(Uri server) => socket.Connect(server.Host, server.Port);

    public static byte[] Request(Uri address, string encodings) =>
        Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{(encodings.Length > 0 ? $"Accept-Encoding: {encodings}\r\n" : "")}\r\n");

    /// <exception cref="HttpRequestException">The answer was not 200, or was cut off.</exception>
    public void Ask(byte[] request)
    {
        socket.Send(request);
        var (read, end) = (0, -1);
        while (read != end)
        {
            var more = socket.Receive(answer.AsSpan(read));
            read += more > 0 ? more : throw new HttpRequestException("The answer was cut off.");
            end = end > 0 ? end : EndOf(answer.AsSpan(0, read));
        }
    }

    public void Dispose() => socket.Dispose();

    // Where the answer ends; -1 where that is not known yet.
    private static int EndOf(ReadOnlySpan<byte> read)
    {
        if (read.IndexOf(EndOfHead) is not (> 0 and var head))
        {
            return -1;
        }

        var lines = Encoding.ASCII.GetString(read[..head]).Split("\r\n");
        if (!lines[0].StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new HttpRequestException(lines[0]);
        }

        const string Length = "Content-Length: ";
        if (Array.Find(lines, l => l.StartsWith(Length, StringComparison.OrdinalIgnoreCase)) is { } length)
        {
            return head + EndOfHead.Length + int.Parse(length.AsSpan(Length.Length), CultureInfo.InvariantCulture);
        }

        return read.EndsWith(EndOfChunks) ? read.Length : -1;
    }
}
