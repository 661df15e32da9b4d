using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Platform.Modules.Identity.SignIn;

/// <summary>
/// How often one network may try, whatever the names: a bucket that fills by the minute. In the memory of each process, because it guards that
/// process's own work of hashing.
/// </summary>
internal sealed class NetworkLimit(TimeProvider clock, IOptions<IdentityOptions> options)
{
    private const int MostNetworks = 100_000;
    private readonly ConcurrentDictionary<string, Bucket> buckets = new();

    /// <returns>False when the network has to wait.</returns>
    public bool Take(string network)
    {
        if (buckets.Count > MostNetworks)
        {
            buckets.Clear();
        }

        var bucket = buckets.GetOrAdd(network, _ => new Bucket(options.Value.NetworkTriesPerMinute, clock));
        return bucket.Take(options.Value.NetworkTriesPerMinute);
    }

    private sealed class Bucket(double tokens, TimeProvider clock)
    {
        private readonly Lock turn = new();
        private long at = clock.GetTimestamp();

        public bool Take(int perMinute)
        {
            lock (turn)
            {
                tokens = Math.Min(perMinute, tokens + clock.GetElapsedTime(at).TotalMinutes * perMinute);
                at = clock.GetTimestamp();
                if (tokens < 1)
                {
                    return false;
                }

                tokens--;
                return true;
            }
        }
    }
}
