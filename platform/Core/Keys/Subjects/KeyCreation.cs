using System.Collections.Concurrent;

namespace Platform.Core.Keys.Subjects;

/// <summary>A key on its way into the store.</summary>
internal sealed record NewKey(Guid Subject, SecretKey Key)
{
    /// <summary>The subject's key once it is durable: this one, or the one it had already.</summary>
    public TaskCompletionSource<SecretKey> Durable { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// Shares commits among those who create keys at the same time: while one commit waits for the disk the next callers gather,
/// and whoever comes first after it writes for all of them.
/// </summary>
/// <param name="write">Makes the keys durable and answers each.</param>
internal sealed class KeyCreation(Func<IReadOnlyList<NewKey>, Task> write) : IDisposable
{
    private const int LargestCommit = 200;

    private readonly ConcurrentQueue<NewKey> waiting = new();
    private readonly SemaphoreSlim writing = new(1);

    public async Task<SecretKey> CreateAsync(Guid subject)
    {
        var mine = new NewKey(subject, SecretKey.Create());
        waiting.Enqueue(mine);
        await writing.WaitAsync();
        try
        {
            while (!mine.Durable.Task.IsCompleted)
            {
                await WriteNextAsync();
            }
        }
        finally
        {
            writing.Release();
        }

        return await mine.Durable.Task;
    }

    public void Dispose() => writing.Dispose();

    private async Task WriteNextAsync()
    {
        var batch = new List<NewKey>();
        while (batch.Count < LargestCommit && waiting.TryDequeue(out var next))
        {
            batch.Add(next);
        }

        try
        {
            await write(batch);
        }
        // Everybody in the batch gets the failure; none may go on without a durable key.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            batch.ForEach(key => key.Durable.TrySetException(error));
        }
    }
}
