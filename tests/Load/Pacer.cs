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

    /// <param name="addresses">A file of addresses; taken in turn, from <paramref name="first"/>.</param>
    /// <returns>The rate that was kept and the 99th percentile in milliseconds, divided by a tab.</returns>
    public static async Task<string> RunAsync(string addresses, int first, int rate, int seconds)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 64 });
        var all = await File.ReadAllLinesAsync(addresses);
        var times = new List<Task<TimeSpan>>(rate * seconds);
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < rate * seconds; n++)
        {
            var due = TimeSpan.FromSeconds((double)n / rate);
            if (due - clock.Elapsed is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait);
            }

            times.Add(AskAsync(client, all[(first + n) % all.Length], due, clock));
        }

        var answered = await Task.WhenAll(times);
        var kept = answered.Length / clock.Elapsed.TotalSeconds;
        if (kept < rate * Kept)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Of {rate} requests a second only {kept:F0} were sent or answered: the figure is that of the load, or of a server that cannot do this."));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{kept:F0}\t{answered.Order().ElementAt(answered.Length * 99 / 100).TotalMilliseconds:F1}");
    }

    private static async Task<TimeSpan> AskAsync(HttpClient client, string address, TimeSpan due, Stopwatch clock)
    {
        using var answer = await client.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        return clock.Elapsed - due;
    }
}
