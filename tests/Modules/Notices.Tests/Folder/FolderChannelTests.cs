using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Folder;
using Platform.Modules.Notices.Writing;
using Platform.Testing;

namespace Platform.Modules.Notices.Tests.Folder;

public sealed class FolderChannelTests : IDisposable
{
    private static readonly Letter Letter = new(Guid.CreateVersion7(), "dao@example.org", "e-ລາວ", new("ອະນຸມັດແລ້ວ", ["ໜຶ່ງ", "ສອງ"], new string('ກ', 71)));
    private readonly TestFolder folder = new();

    [Fact]
    public async Task An_e_mail_can_be_read_in_any_editor()
    {
        var file = await SendAsync(ChannelNames.Email);

        Assert.EndsWith(".eml", file, StringComparison.Ordinal);
        var content = await File.ReadAllTextAsync(file);
        Assert.Contains("To: <dao@example.org>\nSubject: ອະນຸມັດແລ້ວ\n", content, StringComparison.Ordinal);
        Assert.EndsWith("\n\nໜຶ່ງ\n\nສອງ\n", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_sms_says_what_it_would_cost_in_segments() =>
        Assert.Contains("Segments: 2\n", await File.ReadAllTextAsync(await SendAsync(ChannelNames.Sms)), StringComparison.Ordinal);

    [Fact]
    public async Task Sending_again_leaves_one_file()
    {
        await SendAsync(ChannelNames.Email);
        await SendAsync(ChannelNames.Email);

        Assert.Single(Directory.GetFiles(folder["outbox"]));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again()
    {
        await File.WriteAllTextAsync(folder["outbox"], "in the way");

        Assert.Equal(new Outcome.Later("folder"), await new FolderChannel(ChannelNames.Sms, folder["outbox"], TimeProvider.System).SendAsync(Letter, CancellationToken.None));
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> SendAsync(string channel)
    {
        var outcome = await new FolderChannel(channel, folder["outbox"], TimeProvider.System).SendAsync(Letter, CancellationToken.None);
        return Path.Combine(folder["outbox"], Assert.IsType<Outcome.Sent>(outcome).Reference!);
    }
}
