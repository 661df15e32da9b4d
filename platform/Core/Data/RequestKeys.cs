using System.Collections.Concurrent;
using System.Text;
using Dapper;
using Platform.Core.Keys;

namespace Platform.Core.Data;

/// <summary>
/// Requests that may be repeated: those that are being worked on in this process, and those that were answered. Of two that run in two processes
/// at once the unique key lets one act through; the other finds its answer here.
/// </summary>
public sealed class RequestKeys(Db db, InstanceKeys keys)
{
    private const string Purpose = "platform/idempotency";

    private readonly ConcurrentDictionary<(string Scope, string Key), bool> running = new();

    /// <param name="question">Everything that makes it this request: path and body.</param>
    public RequestKey Of(string scope, string key, string question) => new(scope, key, keys.Mac(Purpose, Encoding.UTF8.GetBytes(question)));

    /// <summary>Is it the same question? Also where it was answered before the instance key was rotated.</summary>
    public bool IsSame(AnsweredRequest answered, string question)
    {
        ArgumentNullException.ThrowIfNull(answered);
        return keys.IsMac(Purpose, Encoding.UTF8.GetBytes(question), answered.RequestHmac);
    }

    /// <returns>Dispose it when the request is answered. Null while the same one is being worked on.</returns>
    public IDisposable? Begin(RequestKey request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = (request.Scope, request.Key);
        return running.TryAdd(name, true) ? new Running(() => running.TryRemove(name, out _)) : null;
    }

    /// <returns>Null where nothing was done for this request.</returns>
    public async Task<AnsweredRequest?> FindAsync(RequestKey request, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<AnsweredRequest>(
            "select request_hmac, status, location, subject_id from platform_idempotency where scope = @Scope and key = @Key", request);
    }

    private sealed class Running(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
