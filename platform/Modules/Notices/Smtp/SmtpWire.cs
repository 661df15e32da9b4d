using System.Globalization;
using System.Text;

namespace Platform.Modules.Notices.Smtp;

/// <summary>Lines to and from the server over a stream. Reads byte for byte what is buffered, so that TLS can begin between two lines.</summary>
internal sealed class SmtpWire(Stream stream)
{
    private const int LongestLine = 2000;
    private const int MostLines = 100;

    private readonly byte[] buffer = new byte[4096];
    private int start;
    private int end;

    /// <summary>Bytes that came too early: before TLS they could be an attacker's (CVE-2011-0411).</summary>
    public bool HasMore => start < end;

    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                throw new SmtpProtocolException("The other side does not speak SMTP.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new(code, lines);
            }
        }

        throw new SmtpProtocolException("The reply never ends.");
    }

    public async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new MemoryStream();
        while (line.Length < LongestLine)
        {
            if (start == end)
            {
                (start, end) = (0, await stream.ReadAsync(buffer, cancellationToken));
                if (end == 0)
                {
                    throw new EndOfStreamException("The mail server hung up.");
                }
            }

            var next = buffer[start++];
            if (next == '\n')
            {
                return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r');
            }

            line.WriteByte(next);
        }

        throw new SmtpProtocolException("The line never ends.");
    }
}
