using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Modules.Cases.Tests;
using Platform.Modules.Notices.Folder;
using Platform.Modules.Notices.Delivery;
using Platform.Testing;

namespace Platform.Modules.Notices.Tests.Folder;

public sealed class DemonstrationTests
{
    [Fact]
    public async Task In_a_demonstration_the_loop_lays_everything_into_a_folder_and_a_page_shows_it()
    {
        using var outbox = new TestFolder();
        await using var platform = await TestPlatform.StartAsync(pack: "starter", configure: builder => builder.Services.AddSingleton(new OutboxFolder(outbox.Path)));
        var person = await platform.CitizenAsync(new PersonDetails { Email = NoticePlatform.Email, Phone = NoticePlatform.Phone });
        await Residence.SubmitAsync(platform, await Residence.DraftAsync(platform, person.PersonId), person.PersonId);

        for (var i = 0; i < 200 && Directory.GetFiles(outbox.Path).Length < 2; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal([".eml", ".txt"], Directory.GetFiles(outbox.Path).Select(Path.GetExtension).Order(StringComparer.Ordinal));
        using var client = await platform.ClientAsync(person);
        var html = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync("/en/dev/outbox"));
        Assert.Contains(NoticePlatform.Phone, html, StringComparison.Ordinal);
        Assert.Contains("Subject: We have received your application", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_demonstration_there_is_no_such_page_and_no_channel_without_settings()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync("/en/dev/outbox")).StatusCode);
        Assert.Empty(platform.Services.GetRequiredService<IReadOnlyList<IChannel>>());
    }

    [Fact]
    public async Task Settings_make_channels()
    {
        await using var platform = await TestPlatform.StartAsync(
            DatabaseKind.Sqlite, "starter", configure: null,
            "--Modules:notices:Smtp:Host=127.0.0.1", "--Modules:notices:Smtp:From=portal@example.org",
            "--Modules:notices:Sms:Url=https://sms.example/send", "--Modules:notices:Sms:Headers:X-Key=k", "--Modules:notices:Sms:IdempotencyHeader=Idempotency-Key");

        Assert.Equal([(ChannelNames.Email, true), (ChannelNames.Sms, true)], platform.Services.GetRequiredService<IReadOnlyList<IChannel>>().Select(c => (c.Name, c.MayRepeat)));
    }
}
