using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Notices.Delivery;
using Platform.Testing;

namespace Platform.Modules.Notices.Tests.Delivery;

public sealed class DeliveryTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_notice_goes_by_every_channel_once_and_no_address_is_kept(DatabaseKind kind)
    {
        var (mail, sms) = (new Recorder(ChannelNames.Email), new Recorder(ChannelNames.Sms));
        await using var platform = await NoticePlatform.StartAsync(kind, "starter", mail, sms);
        var notice = await platform.SubmittedAsync((await platform.ReachableAsync()).PersonId);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => platform.DeliverAsync(n % 2 == 0 ? mail : sms)));

        Assert.Equal(NoticePlatform.Email, mail.Letters.Single().Address);
        Assert.Equal((NoticePlatform.Phone, notice.Text.ShortForm), (sms.Letters.Single().Address, sms.Letters.Single().Text.ShortForm));
        Assert.All(await platform.DeliveriesAsync(notice.CaseId), d => Assert.Equal((DeliveryStates.Sent, "r-1", 1), (d.State, d.Reference, d.Attempts)));
        Assert.Equal(0, await RowsWithAsync(platform, "zzmarked", NoticePlatform.Phone));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_waits_as_long_as_the_other_side_asks_and_then_tries_again(DatabaseKind kind)
    {
        var sms = new Recorder(ChannelNames.Sms) { Ends = () => new Outcome.Later("http-429", TimeSpan.FromMinutes(10)) };
        await using var platform = await NoticePlatform.StartAsync(kind, "starter", sms);
        var notice = await platform.SubmittedAsync((await platform.ReachableAsync()).PersonId);

        await platform.DeliverAsync(sms);
        platform.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, await platform.DeliverAsync(sms));
        sms.Ends = () => new Outcome.Sent();
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await platform.DeliverAsync(sms));

        Assert.Equal((DeliveryStates.Sent, 2), (await platform.DeliveriesAsync(notice.CaseId)).Select(d => (d.State, d.Attempts)).Single());
        Assert.Single(sms.Letters.Select(l => l.Id).Distinct());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_crash_between_sending_and_writing_no_sms_goes_twice_unless_the_gateway_can_tell(DatabaseKind kind)
    {
        var (blind, knowing) = (new Recorder(ChannelNames.Sms, mayRepeat: false), new Recorder(ChannelNames.Email));
        await using var platform = await NoticePlatform.StartAsync(kind, "starter", blind, knowing);
        var notice = await platform.SubmittedAsync((await platform.ReachableAsync()).PersonId);
        foreach (var channel in new[] { blind, knowing })
        {
            await ClaimAndDieAsync(platform, channel.Name);
        }

        platform.Clock.Advance(TimeSpan.FromMinutes(4));
        await platform.DeliverAsync(blind);
        await platform.DeliverAsync(knowing);

        Assert.Empty(blind.Letters);
        Assert.Single(knowing.Letters);
        var lines = await platform.DeliveriesAsync(notice.CaseId);
        Assert.Equal((DeliveryStates.GivenUp, "crash"), lines.Where(d => d.Channel == ChannelNames.Sms).Select(d => (d.State, d.Reason!)).Single());
        Assert.Equal(DeliveryStates.Sent, lines.Single(d => d.Channel == ChannelNames.Email).State);
    }

    [Fact]
    public async Task It_is_given_up_after_the_last_try_and_a_refusal_at_once()
    {
        var (mail, sms) = (new Recorder(ChannelNames.Email) { Ends = () => new Outcome.Later("smtp-450") }, new Recorder(ChannelNames.Sms) { Ends = () => new Outcome.Refused("http-400") });
        await using var platform = await NoticePlatform.StartAsync(DatabaseKind.Sqlite, "starter", mail, sms);
        var notice = await platform.SubmittedAsync((await platform.ReachableAsync()).PersonId);

        for (var i = 0; i < 15; i++)
        {
            await platform.DeliverAsync(mail);
            await platform.DeliverAsync(sms);
            platform.Clock.Leap(TimeSpan.FromHours(2));
        }

        Assert.Equal((12, 1), (mail.Letters.Count, sms.Letters.Count));
        Assert.Equal(
            [(DeliveryStates.GivenUp, "smtp-450"), (DeliveryStates.Failed, "http-400")],
            (await platform.DeliveriesAsync(notice.CaseId)).OrderBy(d => d.Channel, StringComparer.Ordinal).Select(d => (d.State, d.Reason!)));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_read_holds_up_no_other()
    {
        var mail = new Recorder(ChannelNames.Email);
        await using var platform = await NoticePlatform.StartAsync(DatabaseKind.Sqlite, "starter", mail);
        var owner = (await platform.ReachableAsync()).PersonId;
        var (broken, whole) = (await platform.SubmittedAsync(owner), await platform.SubmittedAsync(owner));
        await platform.Services.GetRequiredService<Db>().WriteAsync("update notices_notice set content = @content where notice_id = @NoticeId", new { broken.NoticeId, content = new byte[64] });

        await platform.DeliverAsync(mail);

        Assert.Equal((DeliveryStates.Waiting, "unreadable"), (await platform.DeliveriesAsync(broken.CaseId)).Select(d => (d.State, d.Reason!)).Single());
        Assert.Equal(DeliveryStates.Sent, (await platform.DeliveriesAsync(whole.CaseId)).Single().State);
    }

    [Fact]
    public async Task A_neighbour_that_keeps_failing_is_left_alone_for_a_while()
    {
        var mail = new Recorder(ChannelNames.Email) { Ends = () => new Outcome.Later("smtp-connection") };
        await using var platform = await NoticePlatform.StartAsync(DatabaseKind.Sqlite, "starter", mail);
        var owner = (await platform.ReachableAsync()).PersonId;
        for (var i = 0; i < 6; i++)
        {
            await platform.SubmittedAsync(owner);
        }

        var breaker = new Breaker(platform.Clock);
        Assert.Equal(6, await platform.DeliverAsync(mail, breaker));
        platform.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await platform.DeliverAsync(mail, breaker));
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        mail.Ends = () => new Outcome.Sent();
        Assert.Equal(1, await platform.DeliverAsync(mail, breaker));
        Assert.Equal(5, await platform.DeliverAsync(mail, breaker));
    }

    private static async Task ClaimAndDieAsync(TestPlatform platform, string channel)
    {
        var claimed = await platform.Services.GetRequiredService<DeliveryStore>().ClaimAsync(channel, 10, Lease.Start(platform.Clock, DeliveryStore.LeaseLength), CancellationToken.None);
        Assert.Single(claimed);
    }

    // Everything of this module and of the outbox that is text.
    private static async Task<long> RowsWithAsync(TestPlatform platform, params string[] marks)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        var texts = await connection.QueryAsync<string>(
            """
            select reason from notices_delivery union all select reference from notices_delivery union all select name from notices_notice
            union all select body from platform_outbox union all select details from platform_audit
            """);
        return texts.Count(text => text is not null && marks.Any(m => text.Contains(m, StringComparison.OrdinalIgnoreCase)));
    }
}
