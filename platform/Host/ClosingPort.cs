using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Platform.Host;

/// <summary>
/// Closes the port without cutting off who is at the door. Whoever is connected when a web server stops but was not taken in yet, or has not said yet
/// what they want, is cut off, and nobody could say whether what they sent arrived. So first nobody new is let in: whoever knocks finds the port closed,
/// and a proxy asks the next server. Meanwhile those who are connected, or whose handshake is under way, are heard.
/// </summary>
internal sealed class ClosingPort : IHostedLifecycleService
{
    // SO_BINDTOIFINDEX, asm-generic/socket.h. A port that listens at an interface which is not there is found by no new connection; nobody needs
    // a right for it (a filter of packets would need one), and what was begun before goes on.
    private const int SocketLevel = 1, BindToInterface = 62;
    private const int Nowhere = int.MaxValue;

    // tcp(7), TCP_INFO; of a port, tcpi_unacked is how many wait to be taken in (linux/tcp.h, net/ipv4/tcp.c).
    private const int TcpLevel = 6, Info = 11, Waiting = 24;

    // By the machine's clock, whatever the portal's says. Some connect and never say a word: these are not waited for longer.
    private static readonly TimeSpan UnderWay = TimeSpan.FromMilliseconds(500), Look = TimeSpan.FromMilliseconds(20), Longest = TimeSpan.FromSeconds(5);

    private readonly List<Socket> ports = [];
    private int unheard;

    public Socket Open(EndPoint address)
    {
        var port = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
        if (port.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)
        {
            ports.Add(port);
        }

        return port;
    }

    /// <summary>From being let in until the first request was understood.</summary>
    public async Task ConnectedAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        Interlocked.Increment(ref unheard);
        var caller = new Caller(this);
        connection.Features.Set(caller);
        try
        {
            await next(connection);
        }
        finally
        {
            caller.Heard();
        }
    }

    /// <summary>Before any service stops, the web server among them.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        ports.ForEach(LetNobodyIn);
        if (ports.Count == 0)
        {
            return;
        }

        var begun = TimeProvider.System.GetTimestamp();
        await Task.Delay(UnderWay, TimeProvider.System, cancellationToken);
        while ((Volatile.Read(ref unheard) > 0 || ports.Any(SomebodyWaits)) && TimeProvider.System.GetElapsedTime(begun) < Longest)
        {
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void LetNobodyIn(Socket port)
    {
        var nowhere = Nowhere;
        try
        {
            port.SetRawSocketOption(SocketLevel, BindToInterface, MemoryMarshal.AsBytes(new ReadOnlySpan<int>(ref nowhere)));
        }
        catch (SocketException)
        {
            // Before Linux 5.7 it takes a right. Then people come in until the end, and all but the last are heard.
        }
    }

    private static bool SomebodyWaits(Socket port)
    {
        Span<byte> info = stackalloc byte[Waiting + sizeof(int)];
        port.GetRawSocketOption(TcpLevel, Info, info);
        return MemoryMarshal.Read<int>(info[Waiting..]) > 0;
    }

    /// <summary>Who is at the other end of a connection.</summary>
    public sealed class Caller(ClosingPort port)
    {
        private int heard;

        public void Heard()
        {
            if (Interlocked.Exchange(ref heard, 1) == 0)
            {
                Interlocked.Decrement(ref port.unheard);
            }
        }
    }
}

internal static class ClosingPortRegistration
{
    /// <summary>Where the system can do it.</summary>
    public static void AddClosingPort(this IServiceCollection services)
    {
        if (OperatingSystem.IsLinux())
        {
            services.AddSingleton<ClosingPort>().AddHostedService(s => s.GetRequiredService<ClosingPort>());
            services.AddOptions<SocketTransportOptions>().Configure<ClosingPort>((sockets, port) => sockets.CreateBoundListenSocket = port.Open);
            services.AddOptions<KestrelServerOptions>().Configure<ClosingPort>((kestrel, port) =>
                kestrel.ConfigureEndpointDefaults(door => door.Use(next => connection => port.ConnectedAsync(connection, next))));
        }
    }

    /// <summary>Before everything else that a request goes through.</summary>
    public static void UseClosingPort(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Features.Get<ClosingPort.Caller>()?.Heard();
        return next(context);
    });
}
