using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Platform.Modules.Identity.SignIn;

/// <summary>The network a request comes from: a person changes addresses inside it at will, so it is what tries are counted by.</summary>
internal static class ClientNetwork
{
    private const int V4Bytes = 3;
    private const int V6Bytes = 6;

    /// <returns><c>203.0.113</c> or the first 48 bits of an IPv6 address; one word for requests without an address.</returns>
    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress is { } address
        ? Of(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        : "none";

    private static string Of(IPAddress address) =>
        Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? V4Bytes : V6Bytes));
}
