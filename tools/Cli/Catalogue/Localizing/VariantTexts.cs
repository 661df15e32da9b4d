using Platform.Cli.Texts;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Catalogue.Localizing;

/// <summary>A variant's texts have the addresses of its national service: translations of another service's wordings go there.</summary>
internal sealed class VariantTexts(string folder, Pack pack)
{
    /// <returns>How many there were.</returns>
    public int Move(ServiceDefinition from, ServiceDefinition to)
    {
        var (old, own) = ($"service/{from.Id}#", $"service/{to.Id}#");
        var known = pack.Sentences.Select(s => s.Text).ToHashSet();
        var moved = pack.Sentences.Select(s => s.Text).Where(t => t.Address.StartsWith(old, StringComparison.Ordinal)).Select(t => (Old: t, New: t with { Address = own + t.Address[old.Length..] }))
            .Where(t => !known.Contains(t.New)).ToList();
        return pack.Languages.Where(l => l != pack.SourceLanguage).Sum(language => Write(language, moved));
    }

    private int Write(string language, List<(PackText Old, PackText New)> texts)
    {
        var path = Path.Combine(folder, "locales", $"{language}.po");
        // Where the translations stand in a lower layer, the pack has no file of its own yet.
        var entries = File.Exists(path) ? PoFile.Load(path).Entries : [TextsUpdate.Header(pack.Name, language)];
        var there = entries.Select(e => (e.Context, e.Id)).ToHashSet();
        var translated = texts.Select(t => (t.New, Said: pack.Texts.Get(language, t.Old))).Where(t => t.Said.State != TextState.Missing && !there.Contains((t.New.Address, t.New.Source)))
            .Select(t => new PoEntry { Context = t.New.Address, Id = t.New.Source, Strings = [t.Said.Value], Flags = t.Said.IsDraft ? ["fuzzy"] : [] }).ToList();
        if (translated.Count > 0)
        {
            TextFile.Write(path, new PoFile([.. entries, .. translated]).ToString());
        }

        return translated.Count;
    }
}
