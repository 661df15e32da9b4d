using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Modules.Notices.Tests.Sms;

/// <summary>An SMS gateway on a real socket: answers with the bytes a test wants, or hangs up.</summary>
internal sealed class FakeGateway : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();

    public FakeGateway()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/send";

    /// <summary>Whole answers, one a request; the last stays. Null hangs up after the request was read.</summary>
    public Queue<string?> Answers { get; } = [];

    public TimeSpan AnswersAfter { get; set; }

    /// <summary>Requests as they came.</summary>
    public List<string> Requests { get; } = [];

    public static string Answer(int status, string body = "", string headers = "") =>
        $"HTTP/1.1 {status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
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
            var stream = client.GetStream();
            Requests.Add(await ReadAsync(stream));
            await Task.Delay(AnswersAfter, stop.Token);
            if ((Answers.Count > 1 ? Answers.Dequeue() : Answers.Peek()) is { } answer)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), stop.Token);
            }
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var (request, buffer) = (new MemoryStream(), new byte[4096]);
        for (var text = ""; ; text = Encoding.UTF8.GetString(request.ToArray()))
        {
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && request.Length >= head + 4 + Length(text[..head]))
            {
                return text;
            }

            var read = await stream.ReadAsync(buffer, stop.Token);
            if (read == 0)
            {
                return text;
            }

            request.Write(buffer, 0, read);
        }
    }

    private static int Length(string head) => head.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line
        ? int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
}
