using Platform.Cli.Import.Mapping;
using Platform.Cli.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Import.Keeping;

/// <summary>A pack's <c>locales/TAG.po</c>, of which an import keeps the entries that it wrote.</summary>
internal sealed class TranslationsFile
{
    private readonly string path;
    private readonly string key;
    private readonly List<PoEntry> entries;
    private readonly Dictionary<string, List<int>> places;

    /// <exception cref="PoException">The file cannot be read.</exception>
    public TranslationsFile(string pack, string language)
    {
        key = $"locales/{language}.po";
        path = Path.Combine(pack, "locales", $"{language}.po");
        entries = File.Exists(path) ? [.. PoFile.Load(path).Entries] : [TextsUpdate.Header(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(pack))), language)];
        places = entries.Index().Where(e => e.Item is { Context: not null, Obsolete: false }).GroupBy(e => e.Item.Context!, e => e.Index).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    }

    public Fate Put(Wording wording, ImportLedger ledger, bool overwrite)
    {
        var remembered = $"{key}#{wording.Address}";
        var at = Find(wording, remembered, ledger);
        var fate = ledger.Decide(remembered, at is { } known ? Said(entries[known]) : null, $"{wording.Source}\0{wording.Text}", overwrite);
        if (fate.Writes())
        {
            Set(wording, at);
        }

        return fate;
    }

    /// <returns>False where nothing is different.</returns>
    public bool Save() => entries.Count > 1 && TextFile.Write(path, new PoFile(entries).ToString());

    // A local variant's texts stand at the same address; the text itself tells the two apart, and what the last import wrote.
    private int? Find(Wording wording, string remembered, ImportLedger ledger)
    {
        var here = places.GetValueOrDefault(wording.Address, []).ConvertAll(at => (int?)at);
        return here.Find(at => entries[at!.Value].Id == wording.Source)
            ?? here.Find(at => ledger.Wrote(remembered, Said(entries[at!.Value])))
            ?? (ledger.Knows(remembered) ? here.FirstOrDefault() : null);
    }

    private static string Said(PoEntry entry) => $"{entry.Id}\0{entry.Strings[0]}";

    private void Set(Wording wording, int? at)
    {
        var entry = (at is { } known ? entries[known] : new PoEntry { Context = wording.Address, Id = "", Strings = [] }) with { Id = wording.Source, Strings = [wording.Text!] };
        if (at is { } place)
        {
            entries[place] = entry;
        }
        else
        {
            places.TryAdd(wording.Address, []);
            places[wording.Address].Add(entries.Count);
            entries.Add(entry);
        }
    }
}
