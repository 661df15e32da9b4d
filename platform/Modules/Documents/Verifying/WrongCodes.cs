using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Platform.Modules.Documents.Verifying;

/// <summary>
/// How many wrong codes one network may try: a bucket that fills by the minute, in the memory of each process. Codes have 130 random bits, so
/// this is not what keeps them secret; it keeps a machine from trying at all.
/// </summary>
public sealed class WrongCodes(TimeProvider clock, IOptions<DocumentsOptions> options)
{
    private const int MostNetworks = 100_000;
    private const int V4Bytes = 3;
    private const int V6Bytes = 6;
    private readonly ConcurrentDictionary<string, Bucket> buckets = new();

    /// <summary>False where this network has tried too many and has to wait.</summary>
    public bool MayTry(IPAddress? address) => BucketOf(address).Tokens >= 1;

    /// <summary>Counts a wrong code.</summary>
    public void Count(IPAddress? address) => BucketOf(address).Take();

    private Bucket BucketOf(IPAddress? address)
    {
        if (buckets.Count > MostNetworks)
        {
            buckets.Clear();
        }

        return buckets.GetOrAdd(Network(address), _ => new Bucket(options.Value.WrongCodesPerMinute, clock));
    }

    private static string Network(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is null ? "" : Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, plain.AddressFamily == AddressFamily.InterNetwork ? V4Bytes : V6Bytes));
    }

    private sealed class Bucket(int perMinute, TimeProvider clock)
    {
        private readonly Lock turn = new();
        private double tokens = perMinute;
        private long at = clock.GetTimestamp();

        public double Tokens
        {
            get
            {
                lock (turn)
                {
                    tokens = Math.Min(perMinute, tokens + (clock.GetElapsedTime(at).TotalMinutes * perMinute));
                    at = clock.GetTimestamp();
                    return tokens;
                }
            }
        }

        public void Take()
        {
            lock (turn)
            {
                tokens = Math.Max(0, Tokens - 1);
            }
        }
    }
}
