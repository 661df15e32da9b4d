using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Platform.Browser.Tests.Weight;

/// <summary>
/// A line between a browser and the portal that counts what goes over it, headers and all. A thin one carries 64 kbit/s each way and delays by 400 ms
/// there and back. Of its segments of 1,460 bytes every twentieth is lost: TCP brings it again after a second, and what follows waits. At every eighth
/// answer the connection breaks instead, when the portal has done its work and before a byte of it arrives.
/// </summary>
internal sealed class Line : IAsyncDisposable
{
    private const int Segment = 1460;
    private const int Lost = 20;
    private const int Broken = 8;
    private const double BytesPerSecond = 64_000 / 8;
    private static readonly TimeSpan OneWay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Retransmission = TimeSpan.FromSeconds(1);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly Lock counting = new();
    private readonly Uri portal;
    private readonly bool thin;
    private readonly DateTimeOffset[] free = new DateTimeOffset[2];
    private int segments;
    private int answers;
    private long received;

    /// <param name="thin">Also slow and lossy.</param>
    public Line(Uri portal, bool thin)
    {
        (this.portal, this.thin) = (portal, thin);
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Bytes that came from the portal.</summary>
    public long Received => Interlocked.Read(ref received);

    /// <summary>Answers that never arrived.</summary>
    public int Breaks => answers / Broken;

    /// <summary>Segments that arrived a second late.</summary>
    public int Late => segments / Lost;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Dispose();
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(ending.Token));
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        using (browser)
        {
            await server.ConnectAsync(portal.Host, portal.Port, ending.Token);
            await Task.WhenAny(PumpAsync(browser, server, up: true), PumpAsync(server, browser, up: false));
            // Closed at once: whoever waits for an answer learns that none comes.
            browser.LingerState = new LingerOption(true, 0);
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool up)
    {
        var way = Channel.CreateBounded<(byte[] Bytes, DateTimeOffset At)>(64);
        var delivering = DeliverAsync(way.Reader, to.GetStream());
        var last = DateTimeOffset.MinValue;
        try
        {
            var buffer = new byte[Segment];
            while (await from.GetStream().ReadAsync(buffer, ending.Token) is > 0 and var count)
            {
                // The first segment after a silence begins an answer.
                var begins = Now - last > OneWay;
                last = Now;
                if (!up && thin && begins && Interlocked.Increment(ref answers) % Broken == 0)
                {
                    return;
                }

                await way.Writer.WriteAsync((buffer[..count], Due(count, up)), ending.Token);
                Interlocked.Add(ref received, up ? 0 : count);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // One end has hung up.
        }
        finally
        {
            way.Writer.TryComplete();
        }

        await delivering;
    }

    private async Task DeliverAsync(ChannelReader<(byte[] Bytes, DateTimeOffset At)> way, NetworkStream to)
    {
        try
        {
            await foreach (var (bytes, at) in way.ReadAllAsync(ending.Token))
            {
                if (at - Now is { Ticks: > 0 } wait)
                {
                    await Task.Delay(wait, ending.Token);
                }

                await to.WriteAsync(bytes, ending.Token);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One end has hung up.
        }
    }

    // When the last bit of a segment arrives.
    private DateTimeOffset Due(int count, bool up)
    {
        if (!thin)
        {
            return DateTimeOffset.MinValue;
        }

        lock (counting)
        {
            ref var until = ref free[up ? 1 : 0];
            until = (until > Now ? until : Now) + TimeSpan.FromSeconds(count / BytesPerSecond);
            return until + OneWay + (++segments % Lost == 0 ? Retransmission : TimeSpan.Zero);
        }
    }
}
