using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Platform.Modules.Webhooks.Delivery;

/// <summary>An address was not called, because it is inside.</summary>
internal sealed class ForbiddenAddressException() : Exception("The name leads to an address that may not be called.");

/// <summary>
/// Lets calls out to public addresses only: an endpoint must not make the portal knock at its own machine or at its neighbours. The address that was
/// judged is the one that is connected to, so a name that resolves differently a moment later changes nothing.
/// </summary>
/// <remarks>What is special says IANA's registries of special-purpose addresses (RFC 6890).</remarks>
internal sealed class AddressGuard(IOptions<WebhooksOptions> options)
{
    private static readonly IPNetwork[] Inside =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ]).Select(IPNetwork.Parse),
    ];

    // Of IPv6 only this is in public use; local, mapped and translated addresses are outside it.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private readonly IReadOnlyList<IPNetwork> allowed = [.. options.Value.AllowedNetworks.Select(IPNetwork.Parse)];

    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowed.Any(network => network.Contains(plain))
            || (!Inside.Any(network => network.Contains(plain)) && (plain.AddressFamily == AddressFamily.InterNetwork || Global.Contains(plain)));
    }

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ForbiddenAddressException">The name leads inside.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = (await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken)).Where(Allows).ToArray();
        if (addresses.Length == 0)
        {
            throw new ForbiddenAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
