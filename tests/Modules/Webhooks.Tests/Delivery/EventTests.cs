using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Webhooks.Events;
using Platform.Testing;

namespace Platform.Modules.Webhooks.Tests.Delivery;

/// <summary>What travels: an event for each thing that happened, signed, and nothing that a person wrote.</summary>
public sealed class EventTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_thing_that_happens_to_a_case_is_told_once_signed_and_without_a_word_of_it(DatabaseKind kind)
    {
        await using var platform = await Hooks.StartAsync(kind);
        using var receiver = new Receiver();
        var endpoint = await platform.AddAsync(receiver.Url);
        var one = await platform.ApplyAsync("Handwriting");
        await platform.WithdrawAsync(one);
        await platform.SettleAsync();

        await platform.DeliverAsync(endpoint);

        var events = receiver.Calls.Select(c => JsonNode.Parse(c.Body)!.AsObject()).ToDictionary(e => (string)e["type"]!);
        Assert.Equal([EventTypes.Decided, EventTypes.Moved, EventTypes.Submitted], events.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3, receiver.Calls.Count);
        Assert.DoesNotContain(receiver.Calls, c => c.Body.Contains("Handwriting", StringComparison.Ordinal));
        Assert.Equal("withdrawn", (string)events[EventTypes.Moved]["data"]!["state"]!);
        Assert.All(events.Values, e =>
        {
            Assert.Equal(("1.0", $"{one.CaseId:D}"), ((string)e["specversion"]!, (string)e["subject"]!));
            Assert.Equal((one.Reference, "residence-certificate"), ((string)e["data"]!["reference"]!, (string)e["data"]!["service"]!));
        });
        Assert.All(receiver.Calls, c => Assert.Equal((JsonNode.Parse(c.Body)!["id"]!.GetValue<string>(), "application/cloudevents+json; charset=utf-8"), (c.Headers["webhook-id"], c.Headers["content-type"])));
    }

    [Fact]
    public async Task The_library_of_others_takes_the_signature_and_refuses_a_changed_call()
    {
        await using var platform = await Hooks.StartAsync();
        // The library takes calls of the last five minutes only.
        platform.Clock.LeapTo(TimeProvider.System.GetUtcNow());
        using var receiver = new Receiver();
        var endpoint = await platform.AddAsync(receiver.Url);
        await platform.PingAsync(endpoint);
        await platform.DeliverAsync(endpoint);
        var call = Assert.Single(receiver.Calls);
        var secret = await platform.Endpoints().ShowSecretAsync(endpoint, Actor.System);

        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal((0, EventTypes.Ping), await platform.JudgeAsync(call, secret));
        Assert.Equal(1, (await platform.JudgeAsync(call with { Body = call.Body.Replace("egov.ping", "egov.pong", StringComparison.Ordinal) }, secret)).Code);
        Assert.Equal(1, (await platform.JudgeAsync(call, "whsec_" + Convert.ToBase64String(new byte[32]))).Code);
    }

    [Fact]
    public async Task While_a_secret_changes_both_are_good()
    {
        await using var platform = await Hooks.StartAsync();
        // The library takes calls of the last five minutes only.
        platform.Clock.LeapTo(TimeProvider.System.GetUtcNow());
        using var receiver = new Receiver();
        var endpoint = await platform.AddAsync(receiver.Url);
        var former = await platform.Endpoints().ShowSecretAsync(endpoint, Actor.System);
        await platform.Endpoints().RenewSecretAsync(endpoint, Actor.System);
        endpoint = (await platform.Endpoints().FindAsync(endpoint.EndpointId))!;
        await platform.PingAsync(endpoint);
        await platform.DeliverAsync(endpoint);
        var renewed = await platform.Endpoints().ShowSecretAsync(endpoint, Actor.System);

        Assert.NotEqual(former, renewed);
        Assert.Equal(0, (await platform.JudgeAsync(receiver.Calls.Last(), former)).Code);
        Assert.Equal(0, (await platform.JudgeAsync(receiver.Calls.Last(), renewed)).Code);

        platform.Clock.Leap(TimeSpan.FromDays(3));
        Assert.Single(platform.Endpoints().SecretsOf(endpoint));
    }

    [Fact]
    public async Task Told_twice_by_the_outbox_it_is_sent_once()
    {
        await using var platform = await Hooks.StartAsync();
        using var receiver = new Receiver();
        var endpoint = await platform.AddAsync(receiver.Url, EventTypes.Submitted);
        var one = await platform.ApplyAsync("Somebody");
        await platform.SettleAsync();
        await using var scope = platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TellSubmitted>().HandleAsync(new CaseSubmitted(one.CaseId, one.Version), CancellationToken.None);

        await platform.DeliverAsync(endpoint);

        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task Who_did_not_ask_for_it_is_not_told()
    {
        await using var platform = await Hooks.StartAsync();
        using var receiver = new Receiver();
        var decided = await platform.AddAsync(receiver.Url, EventTypes.Decided);
        var off = await platform.AddAsync(receiver.Url);
        await platform.Endpoints().SwitchAsync(off.EndpointId, on: false, Actor.System);
        await platform.ApplyAsync("Somebody");
        await platform.SettleAsync();

        Assert.Empty(await platform.LogAsync(decided));
        Assert.Empty(await platform.LogAsync(off));
    }
}
