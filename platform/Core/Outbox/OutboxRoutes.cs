using System.Text.Json;
using System.Threading.Channels;

namespace Platform.Core.Outbox;

/// <summary>Handles a message of the outbox. Called at least once, so it must be idempotent; may call remote systems.</summary>
/// <typeparam name="T">A record of ids and codes, never of a person's values.</typeparam>
public interface IHandle<in T>
{
    Task HandleAsync(T message, CancellationToken cancellationToken);
}

/// <summary>One declared handler.</summary>
/// <param name="Name">Stored with each message; must stay the same over releases.</param>
/// <param name="Run">Deserialises the body and calls the handler out of a scope's services.</param>
internal sealed record OutboxRoute(string Name, Type Message, Func<IServiceProvider, string, CancellationToken, Task> Run);

internal sealed record OutboxRow(Guid MessageId, string Handler, string Type, string Body);

/// <summary>Which handlers get which messages, and the bell that wakes the dispatcher of this process.</summary>
public sealed class OutboxRoutes
{
    private readonly Dictionary<string, OutboxRoute> byName = new(StringComparer.Ordinal);
    // One ring is enough, however many acts commit before the dispatcher wakes.
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal OutboxRoute? this[string handler] => byName.GetValueOrDefault(handler);

    internal void Add(OutboxRoute route)
    {
        if (!byName.TryAdd(route.Name, route))
        {
            throw new InvalidOperationException($"Two handlers are named '{route.Name}'.");
        }
    }

    internal IEnumerable<OutboxRow> RowsFor<T>(T message) where T : notnull
    {
        var body = JsonSerializer.Serialize(message, message.GetType());
        return byName.Values
            .Where(route => route.Message == message.GetType())
            .Select(route => new OutboxRow(Guid.CreateVersion7(), route.Name, message.GetType().Name, body));
    }

    internal void Wake() => bell.Writer.TryWrite(true);

    internal async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await bell.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody rang: time to look for messages of other processes and for those due again.
        }
    }
}
