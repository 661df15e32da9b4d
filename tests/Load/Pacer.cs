using System.Diagnostics;
using System.Globalization;

namespace Platform.Load;

/// <summary>
/// Asks at a steady rate, whether or not the last answer has come. Times count from when a request was due, so that an answer that holds up others is
/// counted for each of them.
/// </summary>
internal static class Pacer
{
    private const double Kept = 0.95;
    // Each a thread that waits for its answer: on the one core of the load that costs least.
    private const int Connections = 32;
    // What the load itself compiles while it begins would be counted against the server.
    private const int WarmUpSeconds = 3;

    /// <param name="addresses">A file of addresses of one server; taken in turn, from <paramref name="first"/>.</param>
    /// <param name="encodings">What is sent as <c>Accept-Encoding</c>; empty: nothing.</param>
    /// <returns>The rate that was kept and the 99th percentile in milliseconds, divided by a tab.</returns>
    public static async Task<string> RunAsync(string addresses, int first, int rate, int seconds, string encodings)
    {
        var all = (await File.ReadAllLinesAsync(addresses)).Select(a => new Uri(a)).ToArray();
        var requests = all.Select(a => PlainConnection.Request(a, encodings)).ToArray();
        var uncounted = rate * WarmUpSeconds;
        var times = new TimeSpan[uncounted + (rate * seconds)];
        var clock = Stopwatch.StartNew();

        void Ask(int from)
        {
            using var connection = new PlainConnection(all[0]);
            for (var n = from; n < times.Length; n += Connections)
            {
                var due = TimeSpan.FromSeconds((double)n / rate);
                if (due - clock.Elapsed is { Ticks: > 0 } wait)
                {
                    // Real time, and a thread of its own that has nothing else to do.
#pragma warning disable RS0030
                    Thread.Sleep(wait);
#pragma warning restore RS0030
                }

                connection.Ask(requests[(first + n) % requests.Length]);
                times[n] = clock.Elapsed - due;
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Connections).Select(from => Task.Factory.StartNew(() => Ask(from), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        var kept = times.Length / clock.Elapsed.TotalSeconds;
        if (kept < rate * Kept)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Of {rate} requests a second only {kept:F0} were sent or answered: the figure is that of the load, or of a server that cannot do this."));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{kept:F0}\t{times.Skip(uncounted).Order().ElementAt(rate * seconds * 99 / 100).TotalMilliseconds:F1}");
    }
}
