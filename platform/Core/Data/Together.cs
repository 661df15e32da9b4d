namespace Platform.Core.Data;

/// <summary>
/// Those who come while a round is under way gather, and go together in the next: one statement or one commit serves all of them. Whoever comes alone
/// goes at once. Nobody gets an answer of a round that had begun before.
/// </summary>
/// <param name="round">
/// Does it for all of them, and then gives each its own answer. What it throws, each of them gets, what an answer throws, only whose it is; the next round
/// tries anew.
/// </param>
/// <param name="most">How many go together at most; whoever came first goes first.</param>
public sealed class Together<TAsked, TAnswer>(Func<IReadOnlyList<TAsked>, Task<Func<TAsked, TAnswer>>> round, int most = int.MaxValue)
{
    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];
    private bool underWay;

    /// <param name="cancellationToken">Ends the waiting of this one only: the round goes on.</param>
    public Task<TAnswer> AskAsync(TAsked asked, CancellationToken cancellationToken = default)
    {
        var mine = new Waiting(asked);
        bool begins;
        lock (gate)
        {
            waiting.Add(mine);
            (begins, underWay) = (!underWay, true);
        }

        if (begins)
        {
            // With nothing of the request that came first: neither its thread nor what hangs on it.
            ThreadPool.UnsafeQueueUserWorkItem(static all => _ = all.RunAsync(), this, preferLocal: false);
        }

        return mine.Answer.Task.WaitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        while (Next() is { Count: > 0 } all)
        {
            try
            {
                var answer = await round(all.ConvertAll(w => w.Asked));
                all.ForEach(w => w.Hear(answer));
            }
            // Whatever it was, each of them has to hear it.
#pragma warning disable CA1031
            catch (Exception error)
#pragma warning restore CA1031
            {
                all.ForEach(w => w.Answer.SetException(error));
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (gate)
        {
            var next = waiting.Take(most).ToList();
            waiting.RemoveRange(0, next.Count);
            underWay = next.Count > 0;
            return next;
        }
    }

    private sealed record Waiting(TAsked Asked)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Hear(Func<TAsked, TAnswer> answer)
        {
            try
            {
                Answer.SetResult(answer(Asked));
            }
#pragma warning disable CA1031
            catch (Exception error)
#pragma warning restore CA1031
            {
                Answer.SetException(error);
            }
        }
    }
}
