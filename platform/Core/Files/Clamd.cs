using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Platform.Core.Files;

/// <summary>
/// ClamAV's daemon, asked about each file as it arrives (clamd(8), command INSTREAM). What it cannot be asked about is not accepted: a portal that was
/// told to look at files does not take unseen ones.
/// </summary>
/// <param name="address">Where it listens; see <see cref="AddressOf"/>.</param>
/// <param name="patience">How long one file may take.</param>
public sealed class Clamd(EndPoint address, TimeSpan patience, TimeProvider clock, ILogger<Clamd> log)
{
    private const string UnixPrefix = "unix:";

    /// <param name="text"><c>127.0.0.1:3310</c>, <c>clamd.internal:3310</c> or <c>unix:/run/clamav/clamd.ctl</c>.</param>
    /// <returns>Null for anything else.</returns>
    public static EndPoint? AddressOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith(UnixPrefix, StringComparison.Ordinal))
        {
            return text.Length > UnixPrefix.Length ? new UnixDomainSocketEndPoint(text[UnixPrefix.Length..]) : null;
        }

        return IPEndPoint.TryParse(text, out var numbered) && numbered.Port > 0 ? numbered
            : text.Split(':') is [{ Length: > 0 } host, var port] && ushort.TryParse(port, out var named) && named > 0 ? new DnsEndPoint(host, named)
            : null;
    }

    /// <summary>Connects and begins to ask.</summary>
    /// <exception cref="FileRefusedException">It cannot be asked now.</exception>
    internal async Task<ClamdScan> BeginAsync(CancellationToken cancellationToken)
    {
        var scan = new ClamdScan(address, clock, patience, log, cancellationToken);
        await scan.ConnectAsync();
        return scan;
    }
}
