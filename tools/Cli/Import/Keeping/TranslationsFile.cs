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
    private readonly Dictionary<string, int> places;

    /// <exception cref="PoException">The file cannot be read.</exception>
    public TranslationsFile(string pack, string language)
    {
        key = $"locales/{language}.po";
        path = Path.Combine(pack, "locales", $"{language}.po");
        entries = File.Exists(path) ? [.. PoFile.Load(path).Entries] : [TextsUpdate.Header(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(pack))), language)];
        places = entries.Index().Where(e => e.Item is { Context: not null, Obsolete: false }).ToDictionary(e => e.Item.Context!, e => e.Index, StringComparer.Ordinal);
    }

    public Fate Put(Wording wording, ImportLedger ledger, bool overwrite)
    {
        var known = places.TryGetValue(wording.Address, out var at) ? entries[at] : null;
        var fate = ledger.Decide($"{key}#{wording.Address}", known is null ? null : $"{known.Id}\0{known.Strings[0]}", $"{wording.Source}\0{wording.Text}", overwrite);
        if (fate.Writes())
        {
            Set(wording, known, at);
        }

        return fate;
    }

    /// <returns>False where nothing is different.</returns>
    public bool Save() => entries.Count > 1 && TextFile.Write(path, new PoFile(entries).ToString());

    private void Set(Wording wording, PoEntry? known, int at)
    {
        var entry = (known ?? new PoEntry { Context = wording.Address, Id = "", Strings = [] }) with { Id = wording.Source, Strings = [wording.Text!] };
        if (known is null)
        {
            places[wording.Address] = entries.Count;
            entries.Add(entry);
        }
        else
        {
            entries[at] = entry;
        }
    }
}
