using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Platform.Modules.Notices.Tests.Smtp;

/// <summary>A mail server on a real socket that can misbehave as real ones do.</summary>
internal sealed class FakeMailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly RSA key = RSA.Create(2048);

    public FakeMailServer()
    {
        Certificate = new CertificateRequest("CN=mail", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(150));
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public X509Certificate2 Certificate { get; }

    /// <summary>What is answered to a verb instead of the usual; a null answer hangs up.</summary>
    public Dictionary<string, string?> Answers { get; } = [];

    /// <summary>Answers that are given once, in order, before <see cref="Answers"/>.</summary>
    public Queue<(string Verb, string Answer)> Once { get; } = [];

    public TimeSpan BannerAfter { get; set; }

    public string Offers { get; set; } = "";

    public bool HangsUpAfterData { get; set; }

    /// <summary>Every line that clients said, in order.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Messages as they arrived, dots unstuffed.</summary>
    public List<string> Messages { get; } = [];

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        Certificate.Dispose();
        key.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stop.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            await Task.Delay(BannerAfter, stop.Token);
            Stream stream = client.GetStream();
            await SayAsync(stream, Answers.GetValueOrDefault("banner", "220 ready")!);
            while (await ReadAsync(stream) is { } line)
            {
                Said.Add(line);
                var verb = line.Split(' ')[0].ToUpperInvariant();
                if (Answer(verb) is not { } answer)
                {
                    return;
                }

                await SayAsync(stream, answer);
                if (verb == "STARTTLS" && answer.StartsWith("220", StringComparison.Ordinal))
                {
                    var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(Certificate);
                    stream = tls;
                }
                else if (answer.StartsWith("354", StringComparison.Ordinal) && !await TakeAsync(stream))
                {
                    return;
                }
            }
        }
    }

    private string? Answer(string verb)
    {
        if (Once.TryPeek(out var once) && once.Verb == verb)
        {
            return Once.Dequeue().Answer;
        }

        return Answers.TryGetValue(verb, out var answer) ? answer : verb switch
        {
            "EHLO" => $"250-mail\r\n{Offers}250 8BITMIME",
            "STARTTLS" => "220 go on",
            "AUTH" => "235 welcome",
            "DATA" => "354 go on",
            _ => "250 fine",
        };
    }

    private async Task<bool> TakeAsync(Stream stream)
    {
        var message = new StringBuilder();
        while (await ReadAsync(stream) is { } line && line != ".")
        {
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        Messages.Add(message.ToString());
        if (HangsUpAfterData)
        {
            return false;
        }

        await SayAsync(stream, Answers.GetValueOrDefault(".", "250 queued")!);
        return true;
    }

    private async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), stop.Token);

    private async Task<string?> ReadAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop.Token) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }
}
