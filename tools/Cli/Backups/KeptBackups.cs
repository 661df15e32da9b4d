using System.Globalization;
using System.Security.Cryptography;
using Platform.Core.Audit;

namespace Platform.Cli.Backups;

/// <summary>The folder of an instance's backups: <c>data/TIME</c>, <c>keys/TIME</c>, <c>heads/head-ROWS.json</c>.</summary>
internal sealed class KeptBackups(string folder)
{
    private const string Sums = "SHA256SUMS";

    public string DataOf(string time) => Path.Combine(folder, "data", time);

    public string KeysOf(string time) => Path.Combine(folder, "keys", time);

    /// <summary>Times of the copies of data, the newest first.</summary>
    public IReadOnlyList<string> Data => Times("data");

    /// <summary>Times of the copies of keys, the newest first.</summary>
    public IReadOnlyList<string> Keys => Times("keys");

    /// <summary>The newest kept head that a copy of this many sealed rows can contain, its file's name, and how many rows the newest of all speaks of.</summary>
    public async Task<(AuditHead? Head, string Name, long Newest)> HeadAsync(long sealedRows)
    {
        var heads = Path.Combine(folder, "heads");
        var sizes = Directory.Exists(heads)
            ? Directory.GetFiles(heads, "head-*.json").Select(f => (File: f, Size: long.Parse(Path.GetFileNameWithoutExtension(f)[5..], CultureInfo.InvariantCulture))).OrderByDescending(h => h.Size).ToList()
            : [];
        var fitting = sizes.FirstOrDefault(h => h.Size <= sealedRows).File;
        return (fitting is null ? null : AuditHead.FromJson(await File.ReadAllTextAsync(fitting)), Path.GetFileName(fitting) ?? "", sizes.Count == 0 ? 0 : sizes[0].Size);
    }

    /// <summary>What is not as it was written in a copy; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string copy, CancellationToken cancellationToken)
    {
        var sums = (await File.ReadAllLinesAsync(Path.Combine(copy, Sums), cancellationToken)).ToDictionary(l => l[66..], l => l[..64], StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (name, sum) in sums)
        {
            var file = Path.Combine(copy, name);
            faults.AddRange(!File.Exists(file) ? [$"{file} is missing."] : await SumAsync(file, cancellationToken) == sum ? Array.Empty<string>() : [$"{file} is not as it was written."]);
        }

        return [.. faults, .. Directory.GetFiles(copy).Where(f => Path.GetFileName(f) != Sums && !sums.ContainsKey(Path.GetFileName(f))).Select(f => $"{f} is no part of the backup.")];
    }

    private List<string> Times(string kind)
    {
        var copies = Path.Combine(folder, kind);
        // What is unfinished begins with a dot and has no sums.
        return Directory.Exists(copies)
            ? [.. Directory.GetDirectories(copies).Where(d => File.Exists(Path.Combine(d, Sums))).Select(d => Path.GetFileName(d)!).OrderDescending(StringComparer.Ordinal)]
            : [];
    }

    private static async Task<string> SumAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
