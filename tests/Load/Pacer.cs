using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Platform.Load;

/// <summary>
/// Asks at a steady rate, whether or not the last answer has come. Times count from when a request was due, so that an answer that holds up others is
/// counted for each of them.
/// </summary>
internal static class Pacer
{
    private const double Kept = 0.95;
    private const int Connections = 64;
    // What the load itself compiles while it begins would be counted against the server.
    private const int WarmUpSeconds = 3;

    /// <param name="addresses">A file of addresses of one server; taken in turn, from <paramref name="first"/>.</param>
    /// <returns>The rate that was kept and the 99th percentile in milliseconds, divided by a tab.</returns>
    public static async Task<string> RunAsync(string addresses, int first, int rate, int seconds)
    {
        var all = (await File.ReadAllLinesAsync(addresses)).Select(a => new Uri(a)).ToArray();
        var requests = all.Select(PlainConnection.Request).ToArray();
        var uncounted = rate * WarmUpSeconds;
        var times = new TimeSpan[uncounted + (rate * seconds)];
        var due = Channel.CreateUnbounded<int>();
        var clock = Stopwatch.StartNew();
        TimeSpan Due(int n) => TimeSpan.FromSeconds((double)n / rate);

        async Task AskAsync()
        {
            using var connection = await PlainConnection.OpenAsync(all[0]);
            await foreach (var n in due.Reader.ReadAllAsync())
            {
                await connection.AskAsync(requests[(first + n) % requests.Length]);
                times[n] = clock.Elapsed - Due(n);
            }
        }

        var asking = Enumerable.Range(0, Connections).Select(_ => AskAsync()).ToArray();
        for (var n = 0; n < times.Length; n++)
        {
            if (Due(n) > clock.Elapsed)
            {
                await Task.Delay(1);
            }

            due.Writer.TryWrite(n);
        }

        due.Writer.Complete();
        await Task.WhenAll(asking);
        var kept = times.Length / clock.Elapsed.TotalSeconds;
        if (kept < rate * Kept)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Of {rate} requests a second only {kept:F0} were sent or answered: the figure is that of the load, or of a server that cannot do this."));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{kept:F0}\t{times.Skip(uncounted).Order().ElementAt(rate * seconds * 99 / 100).TotalMilliseconds:F1}");
    }
}
