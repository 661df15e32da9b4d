using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Modules.Webhooks.Tests;

/// <summary>A call as it came.</summary>
internal sealed record Received(IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>Somebody's program on a real socket: answers with the bytes a test wants, late, or not at all.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();

    public Receiver()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hook";

    /// <summary>The status of each answer, the last stays; 0 hangs up after the request was read.</summary>
    public ConcurrentQueue<int> Answers { get; } = new([200]);

    public TimeSpan AnswersAfter { get; set; }

    public string MoreHeaders { get; set; } = "";

    public ConcurrentQueue<Received> Calls { get; } = [];

    public void Answer(params int[] statuses)
    {
        Answers.Clear();
        foreach (var status in statuses)
        {
            Answers.Enqueue(status);
        }
    }

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
            _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            Calls.Enqueue(await ReadAsync(stream));
            await Task.Delay(AnswersAfter, stop.Token);
            if (NextAnswer() is > 0 and var status)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n{MoreHeaders}\r\n"), stop.Token);
            }
        }
    }

    private int NextAnswer() => Answers.Count > 1 && Answers.TryDequeue(out var next) ? next : Answers.TryPeek(out var last) ? last : 200;

    private async Task<Received> ReadAsync(NetworkStream stream)
    {
        var (bytes, buffer) = (new MemoryStream(), new byte[4096]);
        while (true)
        {
            var text = Encoding.UTF8.GetString(bytes.ToArray());
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && Parse(text[..head]) is var headers && bytes.Length >= head + 4 + int.Parse(headers.GetValueOrDefault("content-length", "0"), System.Globalization.CultureInfo.InvariantCulture))
            {
                return new(headers, text[(head + 4)..]);
            }

            var read = await stream.ReadAsync(buffer, stop.Token);
            if (read == 0)
            {
                return new(new Dictionary<string, string>(), text);
            }

            bytes.Write(buffer, 0, read);
        }
    }

    private static Dictionary<string, string> Parse(string head) =>
        head.Split("\r\n").Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0].ToLowerInvariant(), p => p[1]);
}
