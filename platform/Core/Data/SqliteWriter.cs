using System.Data.Common;
using System.Threading.Channels;
using Dapper;

namespace Platform.Core.Data;

/// <summary>
/// The one writer of a SQLite database. Writers queue; those that wait together share one transaction and so one fsync,
/// each inside a savepoint of its own, so that a failing one takes nothing of the others with it.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int SharedCommit = 64;

    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<CancellationToken, Task<DbConnection>> open;
    private readonly Lazy<Task> loop;

    public SqliteWriter(Func<CancellationToken, Task<DbConnection>> open)
    {
        this.open = open;
        loop = new Lazy<Task>(() => Task.Run(RunAsync));
    }

    public async Task<T> RunAsync<T>(Func<DbConnection, DbTransaction, Task<T>> run, CancellationToken cancellationToken)
    {
        _ = loop.Value;
        var work = new Work(async (connection, transaction) => await run(connection, transaction), cancellationToken);
        await queue.Writer.WriteAsync(work, cancellationToken);
        return (T)(await work.Done.Task)!;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop.IsValueCreated)
        {
            await loop.Value;
        }
    }

    private async Task RunAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var batch = new List<Work>();
            while (batch.Count < SharedCommit && queue.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            await CommitAsync(batch);
        }
    }

    private async Task CommitAsync(List<Work> batch)
    {
        try
        {
            await using var connection = await open(CancellationToken.None);
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var work in batch)
            {
                await RunOneAsync(work, connection, transaction);
            }

            await transaction.CommitAsync();
            batch.ForEach(work => work.Answer());
        }
        catch (Exception error) when (error is DbException or InvalidOperationException)
        {
            batch.ForEach(work => work.Done.TrySetException(error));
        }
    }

    private static async Task RunOneAsync(Work work, DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync("savepoint one", transaction: transaction);
        try
        {
            work.Cancelled.ThrowIfCancellationRequested();
            work.Result = await work.Run(connection, transaction);
            await connection.ExecuteAsync("release one", transaction: transaction);
        }
        // Whatever one writer throws is that writer's answer; the queue goes on for the others.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            await connection.ExecuteAsync("rollback to one; release one", transaction: transaction);
            work.Error = error;
        }
    }

    private sealed class Work(Func<DbConnection, DbTransaction, Task<object?>> run, CancellationToken cancelled)
    {
        public Func<DbConnection, DbTransaction, Task<object?>> Run => run;

        public CancellationToken Cancelled => cancelled;

        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public object? Result { get; set; }

        public Exception? Error { get; set; }

        public void Answer()
        {
            if (Error is null)
            {
                Done.TrySetResult(Result);
            }
            else
            {
                Done.TrySetException(Error);
            }
        }
    }
}
