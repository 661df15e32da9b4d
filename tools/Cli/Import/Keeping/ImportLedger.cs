using System.Security.Cryptography;
using System.Text;

namespace Platform.Cli.Import.Keeping;

/// <summary>
/// Remembers in <c>.imports/NAME.tsv</c> of a pack what an import wrote, so that the next one knows what people have changed since.
/// It belongs to the pack: commit it with the rest. Packs pass over hidden folders when they are read.
/// </summary>
internal sealed class ImportLedger
{
    private readonly string file;
    private readonly SortedDictionary<string, string> sums = new(StringComparer.Ordinal);

    /// <param name="name">Of the mapping.</param>
    public ImportLedger(string pack, string name)
    {
        file = Path.Combine(pack, ".imports", $"{name}.tsv");
        foreach (var line in File.Exists(file) ? File.ReadLines(file).Select(l => l.Split('\t')).Where(l => l.Length == 2) : [])
        {
            sums[line[0]] = line[1];
        }
    }

    /// <summary>What was written by earlier imports.</summary>
    public IReadOnlyCollection<string> Keys => [.. sums.Keys];

    /// <summary>True where an earlier import wrote it.</summary>
    public bool Knows(string key) => sums.ContainsKey(key);

    /// <summary>True where what stands there is what the last import wrote.</summary>
    public bool Wrote(string key, string here) => sums.GetValueOrDefault(key) == Sum(here);

    /// <summary>What is to be done with one thing, which is remembered if it is written or as it should be.</summary>
    /// <param name="key">A path, or a path with <c>#</c> and what of it.</param>
    /// <param name="here">What stands there; null: nothing.</param>
    /// <param name="overwrite">Take the source's also where people have changed it here.</param>
    public Fate Decide(string key, string? here, string now, bool overwrite)
    {
        var (sum, sumNow) = (here is null ? null : Sum(here), Sum(now));
        var fate = Fates.Of(sum, sums.GetValueOrDefault(key), sumNow);
        if (overwrite && fate is Fate.Edited or Fate.Both)
        {
            fate = Fate.Changed;
        }

        if (fate.Writes() || fate == Fate.Same)
        {
            sums[key] = sumNow;
        }

        return fate;
    }

    public void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        TextFile.Write(file, string.Concat(sums.Select(s => $"{s.Key}\t{s.Value}\n")));
    }

    private static string Sum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
