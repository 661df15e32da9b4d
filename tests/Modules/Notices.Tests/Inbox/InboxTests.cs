using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Keys.Subjects;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.References;
using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Inbox;
using Platform.Modules.Notices.Preferences;
using Platform.Modules.Notices.Sending;
using Platform.Modules.Notices.Writing;
using Platform.Testing;

namespace Platform.Modules.Notices.Tests.Inbox;

public sealed class InboxTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_message_is_read_by_its_person_and_is_not_there_for_others(DatabaseKind kind)
    {
        await using var platform = await NoticePlatform.StartAsync(kind, "starter");
        var owner = await platform.CitizenAsync();
        var notice = await platform.SubmittedAsync(owner.PersonId);
        using var client = await platform.ClientAsync(owner);
        using var other = await platform.ClientAsync(await platform.CitizenAsync());
        var path = $"/en/my/messages/{notice.NoticeId:D}";

        Assert.Contains("1 unread message", await client.GetStringAsync("/en/my/messages"), StringComparison.Ordinal);
        Assert.Contains(notice.Text.Subject, await client.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Contains("You have read everything.", await client.GetStringAsync("/en/my/messages"), StringComparison.Ordinal);

        var none = $"/en/my/messages/{Guid.CreateVersion7():D}";
        Assert.Equal(await NotFoundAsync(other, none), await NotFoundAsync(other, path));
        Assert.DoesNotContain(notice.Text.Subject, await other.GetStringAsync("/en/my/messages"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_message_of_the_outbox_writes_one_notice(DatabaseKind kind)
    {
        await using var platform = await NoticePlatform.StartAsync(kind, "starter", new Recorder(ChannelNames.Email));
        var notice = await platform.SubmittedAsync((await platform.ReachableAsync()).PersonId);
        await using var scope = platform.Services.CreateAsyncScope();

        await ((IHandle<NoticeDue>)scope.ServiceProvider.GetRequiredService<WriteNotice>()).HandleAsync(new(notice.NoticeId, notice.CaseId, 2, notice.Name), CancellationToken.None);

        Assert.Single(await platform.Services.GetRequiredService<NoticeStore>().OfCaseAsync(notice.CaseId));
        Assert.Single(await platform.DeliveriesAsync(notice.CaseId));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_written_goes_with_the_case(DatabaseKind kind)
    {
        var mail = new Recorder(ChannelNames.Email);
        await using var platform = await NoticePlatform.StartAsync(kind, "starter", mail);
        var owner = (await platform.ReachableAsync()).PersonId;
        var notice = await platform.SubmittedAsync(owner);
        var store = platform.Services.GetRequiredService<NoticeStore>();

        await platform.Services.GetRequiredService<KeyStore>().EraseAsync(notice.CaseId);
        Assert.Empty(await store.ListAsync(owner, 10));
        await platform.DeliverAsync(mail);
        Assert.Empty(mail.Letters);
        await platform.Act().Publish(new CaseErased(notice.CaseId)).CommitAsync();
        await platform.OutboxAsync();

        Assert.Equal(0, await store.CountUnreadAsync(owner));
        Assert.Empty(await platform.DeliveriesAsync(notice.CaseId));
    }

    [Fact]
    public async Task It_is_written_in_the_persons_language_and_goes_where_the_person_wants()
    {
        await using var platform = await NoticePlatform.StartAsync(DatabaseKind.Sqlite, "e-laos", new Recorder(ChannelNames.Email), new Recorder(ChannelNames.Sms));
        var owner = (await platform.CitizenAsync(new PersonDetails { Email = NoticePlatform.Email, Phone = "020 5555 1234" })).PersonId;
        var first = await platform.SubmittedAsync(owner);
        var people = platform.Services.GetRequiredService<PersonStore>();
        var (act, person) = (platform.Act(), (await people.FindAsync(owner))!);
        await people.ChangeAsync(act, person, person.Details! with { Language = "en" });
        await PreferenceStore.Choose(act, owner, new Preference(Email: false, Sms: true)).CommitAsync();
        var second = await platform.SubmittedAsync(owner);

        Assert.Equal(("lo", "en"), (first.Language, second.Language));
        Assert.Contains(first.Text.Subject, c => c is >= '\u0E80' and <= '\u0EFF');
        Assert.StartsWith("We have received your application", second.Text.Subject, StringComparison.Ordinal);
        Assert.Equal(2, (await platform.DeliveriesAsync(first.CaseId)).Count);
        Assert.Equal([ChannelNames.Sms], (await platform.DeliveriesAsync(second.CaseId)).Select(d => d.Channel));
    }

    [Fact]
    public async Task For_a_person_without_any_channel_an_official_prints_a_slip()
    {
        await using var platform = await NoticePlatform.StartAsync(DatabaseKind.Sqlite, "starter", new Recorder(ChannelNames.Sms));
        var notice = await platform.SubmittedAsync((await platform.CitizenAsync()).PersonId);
        var found = await platform.Services.GetRequiredService<CaseStore>().FindAsync(notice.CaseId, new CaseAccess.AfterCommit());
        using var clerk = await platform.ClientAsync(await platform.OfficialAsync("clerk", Grant.AnyOrganization));
        using var elsewhere = await platform.ClientAsync(await platform.OfficialAsync("clerk", "nowhere"));
        using var citizen = await platform.ClientAsync(await platform.CitizenAsync());

        var path = $"/en/desk/slips/{found!.Reference}";
        Assert.Contains(notice.Text.Subject, await clerk.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Contains(CaseReference.Show(found.Reference!), await clerk.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Contains("Pay at the cashier with this slip", await clerk.GetStringAsync(path), StringComparison.Ordinal);
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        Assert.Equal(3, await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit where subject_id = @subject", new { subject = AccessLog.SubjectOf(notice.CaseId) }));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(path)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await citizen.GetAsync(path)).StatusCode);
        Assert.Empty(await platform.DeliveriesAsync(notice.CaseId));
    }

    [Fact]
    public async Task What_was_chosen_is_kept_and_pages_come_in_the_chosen_language_from_then_on()
    {
        await using var platform = await NoticePlatform.StartAsync(DatabaseKind.Sqlite, "e-laos");
        var person = await platform.ReachableAsync();
        using var client = await platform.ClientAsync(person);
        var html = await client.GetStringAsync("/lo/account/notices");
        var token = System.Text.RegularExpressions.Regex.Match(html, "name=\"_form\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;

        using var form = new FormUrlEncodedContent([new("_form", token), new("channels", "sms"), new("language", "en")]);
        Assert.Equal("/en/account", (await client.PostAsync("/lo/account/notices", form)).Headers.Location?.ToString());

        Assert.Equal(new Preference(false, true), await platform.Services.GetRequiredService<PreferenceStore>().OfAsync(person.PersonId));
        Assert.Equal("en", (await platform.Services.GetRequiredService<PersonStore>().FindAsync(person.PersonId))!.Details!.Language);
        Assert.Equal("/en/account", (await client.GetAsync("/lo/account/start")).Headers.Location?.ToString());
    }

    private static async Task<string> NotFoundAsync(TestClient client, string path)
    {
        using var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        return (await response.Content.ReadAsStringAsync()).Replace(path, "", StringComparison.Ordinal);
    }
}
