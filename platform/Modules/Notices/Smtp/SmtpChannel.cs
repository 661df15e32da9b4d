using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Platform.Modules.Notices.Delivery;

namespace Platform.Modules.Notices.Smtp;

/// <summary>E-mail. A repetition carries the same Message-ID, so that a mailbox shows it once.</summary>
internal sealed class SmtpChannel(SmtpOptions options, TimeProvider clock) : IChannel
{
    private static readonly IdnMapping Idn = new();

    public string Name => ChannelNames.Email;

    public bool MayRepeat => true;

    public async Task<Outcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            await using var session = await SmtpSession.OpenAsync(options, limit.Token);
            return await SendAsync(session, letter, limit.Token);
        }
        // Before a recipient is named nothing is the letter's fault: a wrong password refuses every letter, and is mended.
        catch (SmtpException error)
        {
            return new Outcome.Later(Reason(error));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Outcome.Later("smtp-timeout");
        }
        catch (Exception error) when (error is IOException or SocketException or AuthenticationException or SmtpProtocolException)
        {
            return new Outcome.Later(error is SmtpProtocolException ? "smtp-protocol" : error is AuthenticationException ? "smtp-certificate" : "smtp-connection");
        }
    }

    private static string Message(Letter letter, string from, DateTimeOffset at) => MailText.Of(
        letter.Id, at, (letter.Sender, from), letter.Address, letter.Text.Subject, string.Join("\n\n", letter.Text.Paragraphs) + "\n", from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]);

    private async Task<Outcome> SendAsync(SmtpSession session, Letter letter, CancellationToken cancellationToken)
    {
        if (AddressFor(session, letter.Address) is not { } address)
        {
            return new Outcome.Refused("smtp-address");
        }

        var message = Message(letter with { Address = address }, options.From, clock.GetUtcNow());
        try
        {
            await session.SayAsync($"MAIL FROM:<{options.From}>{(Ascii.IsValid(address) ? "" : " SMTPUTF8")}", cancellationToken, 250);
            await session.SayAsync($"RCPT TO:<{address}>", cancellationToken, 250, 251);
            await session.SayAsync("DATA", cancellationToken, 354);
            await session.SayAsync(Stuffed(message) + ".", cancellationToken, 250);
        }
        catch (SmtpException error)
        {
            return error.Code >= 500 ? new Outcome.Refused(Reason(error)) : new Outcome.Later(Reason(error));
        }

        return new Outcome.Sent();
    }

    // A name beyond ASCII needs a server that takes it; a domain beyond ASCII can be written in ASCII.
    private static string? AddressFor(SmtpSession session, string address)
    {
        var at = address.LastIndexOf('@');
        try
        {
            var ascii = address[..at] + '@' + Idn.GetAscii(address[(at + 1)..]);
            return Ascii.IsValid(ascii) ? ascii : session.TakesUtf8Addresses ? address : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // A line that begins with a dot would end the message (RFC 5321, section 4.5.2).
    internal static string Stuffed(string message) => (message.StartsWith('.') ? "." : "") + message.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);

    private static string Reason(SmtpException error) => string.Create(CultureInfo.InvariantCulture, $"smtp-{error.Code}");
}
