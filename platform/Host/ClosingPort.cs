using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Platform.Host;

/// <summary>
/// Closes the port without cutting off who is at the door. Whoever is connected when a web server stops but was not taken in yet, or has not said yet
/// what they want, is cut off, and nobody could say whether what they sent arrived. So first nobody new is let in: their packets are dropped; a second
/// later they knock again, find the port closed, and a proxy asks the next server. Meanwhile those who are connected are heard.
/// </summary>
internal sealed class ClosingPort : IHostedLifecycleService
{
    // socket(7), SO_ATTACH_FILTER; asm-generic/socket.h.
    private const int SocketLevel = 1, AttachFilter = 26;

    // struct sock_filter of BPF_RET | BPF_K with 0: nothing of a packet is kept; linux/filter.h.
    private const long DropAll = 0x06;

    // By the machine's clock, whatever the portal's says.
    private static readonly TimeSpan Hearing = TimeSpan.FromMilliseconds(500);

    private readonly List<Socket> ports = [];

    public Socket Open(EndPoint address)
    {
        var port = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
        if (port.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)
        {
            ports.Add(port);
        }

        return port;
    }

    /// <summary>Before any service stops, the web server among them.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        ports.ForEach(LetNobodyIn);
        return ports.Count == 0 ? Task.CompletedTask : Task.Delay(Hearing, TimeProvider.System, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void LetNobodyIn(Socket port)
    {
        var program = GCHandle.Alloc(DropAll, GCHandleType.Pinned);
        try
        {
            port.SetRawSocketOption(SocketLevel, AttachFilter, MemoryMarshal.AsBytes([new Filter(1, program.AddrOfPinnedObject())]));
        }
        finally
        {
            program.Free();
        }
    }

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Filter(ushort Length, nint Program);
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
        }
    }
}
