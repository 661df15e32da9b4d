using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Core.Data;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Core.Tests.Outbox;

public sealed class OutboxTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_message_reaches_its_handler_and_is_gone(DatabaseKind kind)
    {
        await using var post = await PostOffice.OpenAsync(kind, _ => Task.CompletedTask);
        var letter = await post.SendAsync();

        await post.Dispatcher().DeliverAsync();

        Assert.Equal([letter], post.Delivered);
        Assert.Equal(0, await post.Store.CountWaitingAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_four_dispatchers_one_delivers_each_message(DatabaseKind kind)
    {
        await using var post = await PostOffice.OpenAsync(kind, _ => Task.CompletedTask);
        for (var i = 0; i < 50; i++)
        {
            await post.SendAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (await post.Dispatcher().DeliverAsync() > 0)
            {
            }
        })));

        Assert.Equal(50, post.Delivered.Count);
        Assert.Equal(50, post.Delivered.Distinct().Count());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_failing_handler_is_tried_again_later_then_buried_and_can_be_replayed(DatabaseKind kind)
    {
        var broken = true;
        await using var post = await PostOffice.OpenAsync(kind, _ => broken ? throw new HttpRequestException("no route to anna@example.org", new SocketException((int)SocketError.HostUnreachable), HttpStatusCode.BadGateway) : Task.CompletedTask);
        var letter = await post.SendAsync();

        Assert.Equal(1, await post.Dispatcher().DeliverAsync());
        Assert.Equal(0, await post.Dispatcher().DeliverAsync());
        for (var i = 0; i < 12; i++)
        {
            post.Database.Clock.Advance(TimeSpan.FromHours(2));
            await post.Dispatcher().DeliverAsync();
        }

        var dead = Assert.Single(await post.Store.DeadLettersAsync());
        Assert.Equal("HttpRequestException 502 < SocketException HostUnreachable", dead.Error);
        broken = false;
        Assert.True(await post.Store.ReplayAsync(dead.MessageId));
        await post.Dispatcher().DeliverAsync();
        Assert.Equal([letter], post.Delivered);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_message_whose_dispatcher_died_is_delivered_when_the_lease_ends(DatabaseKind kind)
    {
        await using var post = await PostOffice.OpenAsync(kind, _ => Task.CompletedTask);
        await post.SendAsync();
        var dead = Lease.Start(post.Database.Clock, OutboxStore.LeaseLength);
        Assert.Single(await post.Store.ClaimAsync(10, dead, CancellationToken.None));

        Assert.Equal(0, await post.Dispatcher().DeliverAsync());
        post.Database.Clock.Advance(OutboxStore.LeaseLength);
        Assert.Equal(1, await post.Dispatcher().DeliverAsync());

        Assert.Equal(0, await post.Store.DoneAsync([Guid.CreateVersion7()], dead));
        Assert.Single(post.Delivered);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Those_that_come_soon_after_another_gather_and_are_claimed_together(DatabaseKind kind)
    {
        const int Many = 12;
        var claims = new ConcurrentBag<string?>();
        PostOffice? opened = null;
        await using var post = await PostOffice.OpenAsync(kind, async letter =>
        {
            await using var connection = await opened!.Database.Db.OpenAsync();
            claims.Add(await connection.ExecuteScalarAsync<string>("select cast(lease_token as text) from platform_outbox where body like @body", new { body = $"%{letter.Id}%" }));
        });
        opened = post;
        using var dispatcher = post.Dispatcher();
        await dispatcher.StartAsync(TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Many; i++)
        {
            await post.SendAsync();
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        while (post.Delivered.Count < Many)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        var atMost = 3 + (clock.ElapsedMilliseconds / 45);
        await dispatcher.StopAsync(TestContext.Current.CancellationToken);
        Assert.InRange(claims.Distinct().Count(), 1, atMost);
    }

    private sealed record Letter(Guid Id);

    private sealed class PostOffice : IAsyncDisposable
    {
        private readonly OutboxRoutes routes = new();

        public required TestDatabase Database { get; init; }

        public ConcurrentQueue<Guid> Delivered { get; } = new();

        public OutboxStore Store => new(Database.Db, Database.Clock);

        public static async Task<PostOffice> OpenAsync(DatabaseKind kind, Func<Letter, Task> handle)
        {
            var office = new PostOffice { Database = await TestDatabase.CreateAsync(kind) };
            office.routes.Add(new OutboxRoute("test.Deliver", typeof(Letter), async (_, body, _) =>
            {
                var letter = System.Text.Json.JsonSerializer.Deserialize<Letter>(body)!;
                await handle(letter);
                office.Delivered.Enqueue(letter.Id);
            }));
            return office;
        }

        public OutboxDispatcher Dispatcher() => new(
            Store, routes, new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), Database.Clock, NullLogger<OutboxDispatcher>.Instance);

        public async Task<Guid> SendAsync()
        {
            var id = Guid.CreateVersion7();
            await new Acts(Database.Db, routes, Database.Clock).Begin(Actor.System).Publish(new Letter(id)).CommitAsync();
            return id;
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
