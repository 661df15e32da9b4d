using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Platform.Modules.Notices.Smtp;

/// <summary>One conversation with a mail server (RFC 5321), protected as the settings say.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private readonly SmtpOptions options;
    private readonly TcpClient client = new();
    private Stream stream = Stream.Null;
    private SmtpWire wire = new(Stream.Null);
    private SmtpReply offers = new(0, []);

    private SmtpSession(SmtpOptions options) => this.options = options;

    /// <summary>Whether addresses beyond ASCII can be written (RFC 6531).</summary>
    public bool TakesUtf8Addresses => offers.Has("SMTPUTF8");

    public static async Task<SmtpSession> OpenAsync(SmtpOptions options, CancellationToken cancellationToken)
    {
        var session = new SmtpSession(options);
        try
        {
            await session.BeginAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="SmtpException">Another code than those expected.</exception>
    public async Task<SmtpReply> SayAsync(string line, CancellationToken cancellationToken, params int[] expected)
    {
        await wire.WriteAsync(line + "\r\n", cancellationToken);
        return await ExpectAsync(cancellationToken, expected);
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await client.ConnectAsync(options.Host, options.Port, cancellationToken);
        Use(client.GetStream());
        if (options.Security == SmtpSecurity.Tls)
        {
            await ProtectAsync(cancellationToken);
        }

        await ExpectAsync(cancellationToken, 220);
        await GreetAsync(cancellationToken);
        if (options.Security == SmtpSecurity.StartTls)
        {
            await StartTlsAsync(cancellationToken);
        }

        if (options.User is not null)
        {
            await SignInAsync(cancellationToken);
        }
    }

    // The name of this machine is nobody's business; an address literal is allowed in its place.
    private async Task GreetAsync(CancellationToken cancellationToken) => offers = await SayAsync("EHLO [127.0.0.1]", cancellationToken, 250);

    private async Task StartTlsAsync(CancellationToken cancellationToken)
    {
        if (!offers.Has("STARTTLS"))
        {
            throw new SmtpProtocolException("The mail server offers no STARTTLS.");
        }

        await SayAsync("STARTTLS", cancellationToken, 220);
        if (wire.HasMore)
        {
            throw new SmtpProtocolException("The mail server spoke before TLS began.");
        }

        await ProtectAsync(cancellationToken);
        await GreetAsync(cancellationToken);
    }

    private async Task ProtectAsync(CancellationToken cancellationToken)
    {
        var tls = new SslStream(stream);
        Use(tls);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = options.Host, RemoteCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || IsPinned(certificate) },
            cancellationToken);
    }

    private bool IsPinned(X509Certificate? certificate) => options.CertificateSha256 is { } pin && certificate is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(certificate.GetRawCertData()), Convert.FromHexString(pin));

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        var ways = offers.Words("AUTH");
        if (ways.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            await SayAsync($"AUTH PLAIN {Base64($"\0{options.User}\0{options.Password}")}", cancellationToken, 235);
        }
        else if (ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            await SayAsync("AUTH LOGIN", cancellationToken, 334);
            await SayAsync(Base64(options.User!), cancellationToken, 334);
            await SayAsync(Base64(options.Password!), cancellationToken, 235);
        }
        else
        {
            throw new SmtpProtocolException("The mail server offers neither AUTH PLAIN nor LOGIN.");
        }
    }

    private async Task<SmtpReply> ExpectAsync(CancellationToken cancellationToken, params int[] expected)
    {
        var reply = await wire.ReadAsync(cancellationToken);
        return expected.Contains(reply.Code) ? reply : throw new SmtpException(reply.Code);
    }

    private void Use(Stream next) => (stream, wire) = (next, new SmtpWire(next));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
