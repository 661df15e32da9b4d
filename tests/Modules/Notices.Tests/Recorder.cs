using System.Collections.Concurrent;
using Platform.Modules.Notices.Delivery;

namespace Platform.Modules.Notices.Tests;

/// <summary>A channel that keeps what it gets, and ends tries as a test wants.</summary>
internal sealed class Recorder(string name, bool mayRepeat = true) : IChannel
{
    public string Name => name;

    public bool MayRepeat => mayRepeat;

    public ConcurrentQueue<Letter> Letters { get; } = [];

    public Func<Outcome> Ends { get; set; } = () => new Outcome.Sent("r-1");

    public Task<Outcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        Letters.Enqueue(letter);
        return Task.FromResult(Ends());
    }
}
