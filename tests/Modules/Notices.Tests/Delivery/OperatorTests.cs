using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Notices.Delivery;
using Platform.Testing;

namespace Platform.Modules.Notices.Tests.Delivery;

public sealed class OperatorTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_administrator_sees_what_was_lost_and_sends_it_again(DatabaseKind kind)
    {
        var sms = new Recorder(ChannelNames.Sms) { Ends = () => new Outcome.Refused("http-403") };
        await using var platform = await NoticePlatform.StartAsync(kind, "starter", sms);
        var notice = await platform.SubmittedAsync((await platform.ReachableAsync()).PersonId);
        await platform.DeliverAsync(sms);
        var administrator = await platform.OfficialAsync("administrator", "*");
        var desk = new FormClient(await platform.ClientAsync(administrator));

        await desk.GetAsync("/en/desk/deliveries");
        Assert.Contains("http-403", desk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(NoticePlatform.Phone, desk.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(notice.Text.Subject, desk.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await desk.PostAsync());
        Assert.Contains("Everything was delivered", desk.Html, StringComparison.Ordinal);

        sms.Ends = () => new Outcome.Sent();
        await platform.DeliverAsync(sms);
        Assert.Equal((DeliveryStates.Sent, 1), (await platform.DeliveriesAsync(notice.CaseId)).Select(d => (d.State, d.Attempts)).Single());
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        Assert.Equal(administrator.PersonId, await connection.QuerySingleAsync<Guid>("select actor_id from platform_audit where action = @Replay", new { NoticesPermissions.Replay }));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_under_way_or_has_arrived_is_not_sent_again(DatabaseKind kind)
    {
        var sms = new Recorder(ChannelNames.Sms) { Ends = () => new Outcome.Refused("http-403") };
        await using var platform = await NoticePlatform.StartAsync(kind, "starter", sms);
        await platform.SubmittedAsync((await platform.ReachableAsync()).PersonId);
        await platform.DeliverAsync(sms);
        var store = platform.Services.GetRequiredService<DeliveryStore>();
        var lost = (await store.LostAsync(10)).Single();

        await store.ReplayAsync(lost, Core.People.Actor.System);

        await Assert.ThrowsAsync<ActConflictException>(() => store.ReplayAsync(lost, Core.People.Actor.System));
        Assert.Empty(await store.LostAsync(10));
    }

    [Fact]
    public async Task The_list_is_not_there_for_others()
    {
        await using var platform = await NoticePlatform.StartAsync(DatabaseKind.Sqlite, "starter");

        using var registrar = await platform.ClientAsync(await platform.OfficialAsync("registrar", "registry-office"));

        Assert.Equal(HttpStatusCode.NotFound, (await registrar.GetAsync("/en/desk/deliveries")).StatusCode);

        using var ofOneOffice = await platform.ClientAsync(await platform.OfficialAsync("administrator", "registry-office"));

        Assert.Equal(HttpStatusCode.NotFound, (await ofOneOffice.GetAsync("/en/desk/deliveries")).StatusCode);
    }
}
