using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Webhooks.Delivery;
using Platform.Modules.Webhooks.Endpoints;
using Platform.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Modules.Webhooks.Tests.Delivery;

/// <summary>The other side on a real socket, in every mood.</summary>
public sealed class MisbehavingTests
{
    [Theory]
    [InlineData(500, "http-500")]
    [InlineData(503, "http-503")]
    [InlineData(429, "http-429")]
    [InlineData(408, "http-408")]
    [InlineData(400, "http-400")]
    [InlineData(401, "http-401")]
    [InlineData(403, "http-403")]
    [InlineData(404, "http-404")]
    [InlineData(0, "connection")]
    public async Task What_may_pass_is_tried_again_and_arrives_under_the_same_id(int answer, string reason)
    {
        await using var platform = await Hooks.StartAsync();
        using var receiver = new Receiver();
        receiver.Answer(answer, 204);
        var endpoint = await platform.AddAsync(receiver.Url);
        await platform.PingAsync(endpoint);

        await platform.DeliverAsync(endpoint);
        var waits = Assert.Single(await platform.LogAsync(endpoint));
        await platform.DeliverAsync(endpoint);
        Assert.Single(receiver.Calls);
        platform.Clock.Leap(TimeSpan.FromSeconds(10));
        await platform.DeliverAsync(endpoint);

        Assert.Equal((DeliveryStates.Waiting, reason), (waits.State, waits.Reason));
        Assert.Equal((DeliveryStates.Sent, 2), (await platform.LogAsync(endpoint)) is [var sent] ? (sent.State, sent.Attempts) : default);
        Assert.Single(receiver.Calls.Select(c => c.Headers["webhook-id"]).Distinct());
        Assert.Equal(2, receiver.Calls.Select(c => c.Headers["webhook-timestamp"]).Distinct().Count());
    }

    [Fact]
    public async Task What_waits_for_a_switched_off_address_waits_until_it_is_on_again()
    {
        await using var platform = await Hooks.StartAsync();
        using var receiver = new Receiver();
        var endpoint = await platform.AddAsync(receiver.Url);
        await platform.PingAsync(endpoint);
        await platform.Endpoints().SwitchAsync(endpoint.EndpointId, on: false, Actor.System);

        await platform.DeliverAsync(endpoint);
        Assert.Empty(receiver.Calls);
        await platform.Endpoints().SwitchAsync(endpoint.EndpointId, on: true, Actor.System);
        await platform.DeliverAsync(endpoint);

        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task A_redirect_is_tried_again_where_it_was_and_not_followed()
    {
        await using var platform = await Hooks.StartAsync();
        using var elsewhere = new Receiver();
        using var receiver = new Receiver { MoreHeaders = $"Location: {elsewhere.Url}\r\n" };
        receiver.Answer(302, 204);
        var endpoint = await platform.AddAsync(receiver.Url);
        await platform.PingAsync(endpoint);
        await platform.DeliverAsync(endpoint);
        platform.Clock.Leap(TimeSpan.FromSeconds(10));
        await platform.DeliverAsync(endpoint);

        Assert.Equal(2, receiver.Calls.Count);
        Assert.Empty(elsewhere.Calls);
        Assert.Equal(DeliveryStates.Sent, Assert.Single(await platform.LogAsync(endpoint)).State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Gone_it_is_switched_off_and_what_waits_comes_to_its_end(DatabaseKind kind)
    {
        await using var platform = await Hooks.StartAsync(kind);
        using var receiver = new Receiver();
        receiver.Answer(410);
        var endpoint = await platform.AddAsync(receiver.Url);
        for (var i = 0; i < 6; i++)
        {
            await platform.PingAsync(endpoint);
        }

        await platform.DeliverAsync(endpoint);

        Assert.Equal(EndpointStates.Gone, (await platform.Endpoints().FindAsync(endpoint.EndpointId))!.State);
        Assert.Equal(4, receiver.Calls.Count);
        Assert.All(await platform.LogAsync(endpoint), delivery => Assert.Equal((DeliveryStates.Failed, "http-410", true), (delivery.State, delivery.Reason, delivery.SettledAt is not null)));
        Assert.Empty(await platform.Endpoints().ActiveAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_did_not_arrive_since_a_moment_is_sent_again_at_once(DatabaseKind kind)
    {
        await using var platform = await Hooks.StartAsync(kind);
        using var receiver = new Receiver();
        receiver.Answer(204, 410);
        var endpoint = await platform.AddAsync(receiver.Url);
        await platform.PingAsync(endpoint);
        await platform.DeliverAsync(endpoint);
        await platform.PingAsync(endpoint);
        platform.Clock.Leap(TimeSpan.FromHours(2));
        var since = platform.Clock.Now();
        await platform.PingAsync(endpoint);
        await platform.PingAsync(endpoint);
        await platform.DeliverAsync(endpoint);
        await platform.Endpoints().SwitchAsync(endpoint.EndpointId, on: true, Actor.System);
        receiver.Answer(204);
        var store = platform.Services.GetRequiredService<DeliveryStore>();

        Assert.Equal(2, await store.LostAsync(endpoint.EndpointId, since));
        await store.ReplayLostAsync(endpoint.EndpointId, since, Actor.System);
        await platform.DeliverAsync(endpoint);

        Assert.Equal((3, 1), ((await platform.LogAsync(endpoint)).Count(d => d.State == DeliveryStates.Sent), (await platform.LogAsync(endpoint)).Count(d => d.State == DeliveryStates.Failed)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_waits_for_an_address_that_stays_off_is_forgotten_with_the_rest(DatabaseKind kind)
    {
        await using var platform = await Hooks.StartAsync(kind);
        var (off, on) = (await platform.AddAsync("https://example.org/off"), await platform.AddAsync("https://example.org/on"));
        await platform.PingAsync(off);
        await platform.PingAsync(on);
        await platform.Endpoints().SwitchAsync(off.EndpointId, on: false, Actor.System);
        platform.Clock.Leap(TimeSpan.FromDays(91));
        await using var scope = platform.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<ForgetDeliveries>().RunAsync(CancellationToken.None);

        Assert.Empty(await platform.LogAsync(off));
        Assert.Single(await platform.LogAsync(on));
    }

    [Fact]
    public async Task Slow_is_too_late_and_holds_up_nobody_else()
    {
        await using var platform = await Hooks.StartAsync();
        using var slow = new Receiver { AnswersAfter = TimeSpan.FromSeconds(20) };
        using var quick = new Receiver();
        var (first, second) = (await platform.AddAsync(slow.Url), await platform.AddAsync(quick.Url));
        await platform.PingAsync(first);
        await platform.PingAsync(second);

        var waiting = platform.DeliverAsync(first);
        await platform.DeliverAsync(second);
        Assert.False(waiting.IsCompleted);
        Assert.Single(quick.Calls);
        await waiting;

        Assert.Equal((DeliveryStates.Waiting, "time-out"), (await platform.LogAsync(first)) is [var one] ? (one.State, one.Reason) : default);
    }

    [Fact]
    public async Task It_waits_as_long_as_the_other_side_asks()
    {
        await using var platform = await Hooks.StartAsync();
        using var receiver = new Receiver { MoreHeaders = "Retry-After: 3600\r\n" };
        receiver.Answer(429);
        var endpoint = await platform.AddAsync(receiver.Url);
        await platform.PingAsync(endpoint);

        await platform.DeliverAsync(endpoint);

        var one = Assert.Single(await platform.LogAsync(endpoint));
        Assert.Equal(TimeSpan.FromHours(1), one.DueAt.Since(platform.Clock.Now()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_ten_tries_it_is_given_up_and_can_be_sent_again_by_hand(DatabaseKind kind)
    {
        await using var platform = await Hooks.StartAsync(kind);
        using var receiver = new Receiver();
        receiver.Answer(500);
        var endpoint = await platform.AddAsync(receiver.Url);
        await platform.PingAsync(endpoint);
        for (var i = 0; i < 15; i++)
        {
            await platform.DeliverAsync(endpoint);
            platform.Clock.Leap(TimeSpan.FromDays(2));
        }

        var given = Assert.Single(await platform.LogAsync(endpoint));
        Assert.Equal((DeliveryStates.GivenUp, 10, 10), (given.State, given.Attempts, receiver.Calls.Count));

        receiver.Answer(200);
        var store = platform.Services.GetRequiredService<DeliveryStore>();
        await store.ReplayAsync(given, Actor.System);
        await Assert.ThrowsAsync<ActConflictException>(() => store.ReplayAsync(given, Actor.System));
        await platform.DeliverAsync(endpoint);

        Assert.Equal(DeliveryStates.Sent, Assert.Single(await platform.LogAsync(endpoint)).State);
        Assert.Single(receiver.Calls.Select(c => (c.Headers["webhook-id"], c.Body)).Distinct());
    }

    [Fact]
    public async Task The_log_is_emptied_of_what_is_old()
    {
        await using var platform = await Hooks.StartAsync();
        using var receiver = new Receiver();
        var endpoint = await platform.AddAsync(receiver.Url);
        await platform.PingAsync(endpoint);
        await platform.DeliverAsync(endpoint);
        platform.Clock.Leap(TimeSpan.FromDays(89));
        await platform.PingAsync(endpoint);
        await platform.DeliverAsync(endpoint);
        platform.Clock.Leap(TimeSpan.FromDays(2));
        await using var scope = platform.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<ForgetDeliveries>().RunAsync(CancellationToken.None);

        Assert.Single(await platform.LogAsync(endpoint));
    }
}
