using System.Collections.Concurrent;
using System.Net;
using Platform.Testing;

namespace Platform.Infra.Tests.Machines;

/// <summary>People who read and people who send while something is done to the portal; they write down what they were told.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int Senders = 4;
    private const int Readers = 2;

    private readonly CancellationTokenSource stop = new();
    private readonly List<Submitter> senders;
    private readonly ConcurrentQueue<string> misread = [];
    private readonly Task work;
    private int read;

    private Crowd(Portal portal)
    {
        senders = [.. Enumerable.Range(0, Senders).Select(_ => portal.Person())];
        work = Task.WhenAll([.. senders.Select(person => Task.Run(() => person.RunAsync(stop.Token))), .. Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadAsync(portal)))]);
    }

    public int Acknowledged => senders.Sum(person => person.Acknowledged);

    public int Read => Volatile.Read(ref read);

    /// <summary>Everything that did not go as on a quiet day.</summary>
    public IReadOnlyList<string> Failures => [.. misread, .. senders.SelectMany(person => person.Failures)];

    public static async Task<Crowd> ComeAsync(Portal portal)
    {
        var crowd = new Crowd(portal);
        await crowd.SendMoreAsync();
        return crowd;
    }

    /// <summary>Waits until some more were acknowledged than at this moment.</summary>
    public async Task SendMoreAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var enough = Acknowledged + Senders; Acknowledged < enough;)
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public async Task WasNotDisturbedAsync(TestMachine machine) => Assert.True(Failures.Count == 0, $"{string.Join('\n', Failures)}\n{await machine.LogsAsync()}");

    /// <summary>Lets them end what they are at, and looks whether each acknowledged case is there.</summary>
    public async Task GoAsync(Portal portal)
    {
        await stop.CancelAsync();
        await work.WaitAsync(TimeSpan.FromMinutes(1));
        var cases = await portal.CasesAsync();
        var ledger = senders.SelectMany(person => person.Ledger).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{ledger.Count} cases acknowledged, {Read} pages read, {Failures.Count} failures {string.Join('\n', Failures.Take(9))}");
        Assert.Equal(ledger.Count, ledger.DistinctBy(entry => entry.Case).Count());
        Assert.All(ledger, entry => Assert.Equal(entry.Reference, cases.GetValueOrDefault(entry.Case)));
    }

    // Nobody is still at it when the machine is switched off.
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await work.WaitAsync(TimeSpan.FromMinutes(1));
        stop.Dispose();
    }

    private async Task ReadAsync(Portal portal)
    {
        using var client = portal.Client();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var response = await client.GetAsync("/en");
                if (response.StatusCode != HttpStatusCode.OK)
                {
                    misread.Enqueue($"/en: {(int)response.StatusCode}");
                }
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                misread.Enqueue($"/en: {error.Message}");
            }

            Interlocked.Increment(ref read);
            await Task.Delay(5);
        }
    }
}
