using System.Net;
using Dapper;
using Platform.Core.Data;

namespace Platform.Host;

/// <summary>Refuses settings that are fine on a desk and dangerous in front of a country. Each finding says what to change; all are told at once.</summary>
internal sealed class ProductionCheck(HostSettings settings, Db db, IConfiguration configuration)
{
    // What a crash of the machine would undo although it had been answered.
    private static readonly string[] Durable = ["fsync", "full_page_writes", "synchronous_commit"];

    /// <exception cref="StartException">At least one setting is unsafe.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<string> findings = [.. Transport(), .. Addresses(), .. await DurabilityAsync(cancellationToken)];
        if (findings.Count > 0)
        {
            throw new StartException($"Not safe for Production: {string.Join("; ", findings)}.");
        }
    }

    private IEnumerable<string> Transport()
    {
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        if (urls.All(u => u.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && urls.Length > 0)
        {
            yield break;
        }

        if (settings.Proxies.Count == 0)
        {
            yield return "passwords would cross the network in the clear: serve https with --urls https://…, or name the proxies that do so with --proxies 10.0.0.5,10.0.0.6";
        }
    }

    // It stands on paper and in telephones: an address of this machine would lead everybody astray.
    private IEnumerable<string> Addresses() => settings.Portal.IsPublic
        ? []
        : ["links in messages and on certificates would lead nowhere: name the portal's https address with --public-url https://portal.example"];

    private async Task<IReadOnlyList<string>> DurabilityAsync(CancellationToken cancellationToken)
    {
        if (!db.IsPostgres)
        {
            return [];
        }

        await using var connection = await db.OpenAsync(cancellationToken);
        var off = new List<string>();
        foreach (var name in Durable)
        {
            if (await connection.ExecuteScalarAsync<string>("select current_setting(@name)", new { name }) is "off" or "local")
            {
                off.Add($"the database would lose what it has answered: set {name} = on");
            }
        }

        return off;
    }

    /// <summary>The addresses and networks of <c>--proxies</c>; where proxies come and go, only their network is known.</summary>
    /// <exception cref="StartException">One is neither.</exception>
    public static IReadOnlyList<IPNetwork> Proxies(string? list) =>
        [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Proxy)];

    private static IPNetwork Proxy(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new StartException($"--proxies: '{text}' is neither an address nor a network; write them with commas between them, as 10.0.0.5,10.244.0.0/16.");
}
