using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Core.Data;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Modules.Cases.Tests;
using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Inbox;
using Platform.Testing;

namespace Platform.Modules.Notices.Tests;

/// <summary>The platform with channels of a test's own. Deliveries run when the test says so.</summary>
internal static class NoticePlatform
{
    public const string Email = "zzmarked@example.org";
    public const string Phone = "+9995550123";

    public const int Tries = 12;

    public static Task<TestPlatform> StartAsync(DatabaseKind kind, string pack, params IChannel[] channels) => StartAsync(kind, pack, Tries, channels);

    /// <param name="tries">How many tries the settings declare.</param>
    public static Task<TestPlatform> StartAsync(DatabaseKind kind, string pack, int tries, params IChannel[] channels) => TestPlatform.StartAsync(
        kind,
        pack,
        builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<IReadOnlyList<IChannel>>(channels));
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(DeliveryLoop)));
        },
        $"--Modules:notices:Attempts={tries}");

    public static Task<TestPerson> ReachableAsync(this TestPlatform platform) => platform.CitizenAsync(new PersonDetails { Email = Email, Phone = Phone });

    /// <summary>Submits a case and waits until its notice is written.</summary>
    public static async Task<Notice> SubmittedAsync(this TestPlatform platform, Guid owner)
    {
        var id = await Residence.DraftAsync(platform, owner);
        await Residence.SubmitAsync(platform, id, owner);
        await platform.OutboxAsync();
        return (await platform.Services.GetRequiredService<NoticeStore>().OfCaseAsync(id)).Single();
    }

    public static async Task OutboxAsync(this TestPlatform platform)
    {
        var outbox = platform.Services.GetRequiredService<OutboxStore>();
        for (var i = 0; await outbox.CountWaitingAsync() > 0; i++)
        {
            Assert.True(i < 200, "The outbox does not empty.");
            await Task.Delay(50);
        }

        Assert.Empty(await outbox.DeadLettersAsync());
    }

    public static Task<int> DeliverAsync(this TestPlatform platform, IChannel channel, Breaker? breaker = null) =>
        platform.Services.GetRequiredService<Deliveries>().RunAsync(channel, breaker ?? new Breaker(platform.Clock), CancellationToken.None);

    public static Task<IReadOnlyList<DeliveryLine>> DeliveriesAsync(this TestPlatform platform, Guid caseId) =>
        platform.Services.GetRequiredService<DeliveryStore>().OfCaseAsync(caseId);

    public static Act Act(this TestPlatform platform) => platform.Services.GetRequiredService<Acts>().Begin(Actor.System);
}
