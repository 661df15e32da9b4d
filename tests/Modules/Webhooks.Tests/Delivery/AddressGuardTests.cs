using System.Net;
using Microsoft.Extensions.Options;
using Platform.Modules.Webhooks.Delivery;
using Platform.Testing;

namespace Platform.Modules.Webhooks.Tests.Delivery;

/// <summary>The portal does not knock at its own machine or at its neighbours because somebody wrote their address.</summary>
public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.5")]
    [InlineData("100.64.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.5")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    public void What_is_inside_is_not_called(string address) => Assert.False(Guard().Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("9.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:1.1.1.1")]
    public void What_is_public_is(string address) => Assert.True(Guard().Allows(IPAddress.Parse(address)));

    [Fact]
    public void A_network_that_the_settings_name_is_and_no_other()
    {
        var guard = Guard("10.20.0.0/16");

        Assert.True(guard.Allows(IPAddress.Parse("10.20.7.7")));
        Assert.True(guard.Allows(IPAddress.Parse("::ffff:10.20.7.7")));
        Assert.False(guard.Allows(IPAddress.Parse("10.21.0.1")));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task An_address_inside_hears_nothing_whatever_it_is_called(string host)
    {
        await using var platform = await Hooks.StartAsync(DatabaseKind.Sqlite, "--Modules:webhooks:AllowHttp", "true");
        using var receiver = new Receiver();
        var endpoint = await platform.AddAsync(receiver.Url.Replace("127.0.0.1", host, StringComparison.Ordinal));
        await platform.PingAsync(endpoint);

        await platform.DeliverAsync(endpoint);

        Assert.Empty(receiver.Calls);
        Assert.Equal((DeliveryStates.Failed, "address-inside"), (await platform.LogAsync(endpoint)) is [var one] ? (one.State, one.Reason) : default);
    }

    private static AddressGuard Guard(params string[] allowed)
    {
        var options = new WebhooksOptions();
        options.AllowedNetworks.AddRange(allowed);
        return new(Options.Create(options));
    }
}
