using System.Globalization;
using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Sms;
using Platform.Modules.Notices.Smtp;

namespace Platform.Modules.Notices.Folder;

/// <summary>Lays each letter into a folder instead of sending it: <c>.eml</c> readable to people and mail programs, <c>.txt</c> for an SMS with its segments.</summary>
internal sealed class FolderChannel(string name, string folder, TimeProvider clock) : IChannel
{
    public string Name => name;

    public bool MayRepeat => true;

    public async Task<Outcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        if (name == ChannelNames.Sms && letter.Text.ShortForm is null)
        {
            return new Outcome.Refused("sms-no-text");
        }

        var file = $"{letter.Id:N}.{(name == ChannelNames.Sms ? "txt" : "eml")}";
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, file), Content(letter), cancellationToken);
            return new Outcome.Sent(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Outcome.Later("folder");
        }
    }

    private string Content(Letter letter) => name == ChannelNames.Sms
        ? string.Create(CultureInfo.InvariantCulture, $"To: {letter.Address}\nSegments: {SmsSegments.Count(letter.Text.ShortForm!)}\n\n{letter.Text.ShortForm}\n")
        : MailText.Plain(letter.Id, clock.GetUtcNow(), letter.Address, letter.Text.Subject, string.Join("\n\n", letter.Text.Paragraphs));
}
