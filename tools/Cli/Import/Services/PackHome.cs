using Platform.Cli.Import.Keeping;
using Platform.Cli.Import.Mapping;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Services;

/// <summary>The pack that is imported into: one that is there, or one that the mapping describes.</summary>
internal sealed class PackHome
{
    private readonly string pack;
    private readonly ServiceMapping mapping;
    private readonly PackMap? there;

    private PackHome(string pack, ServiceMapping mapping, PackMap? there) => (this.pack, this.mapping, this.there) = (pack, mapping, there);

    /// <exception cref="ImportException">There is no pack and none is described, or its texts are in another language.</exception>
    public static PackHome Of(string pack, ServiceMapping mapping)
    {
        var there = Yaml(Path.Combine(pack, "pack.yaml")) as PackMap;
        if (there is null && mapping.Pack is null)
        {
            throw new ImportException($"There is no pack in {pack}: make one first, or say in the mapping under 'pack' what it is to be.");
        }

        if (there?.Word("source-language") is { } language && language != mapping.SourceLanguage)
        {
            throw new ImportException($"The texts of {pack} are written in '{language}', those of the mapping in '{mapping.SourceLanguage}': put '{language}' first in the mapping's languages.");
        }

        return new(pack, mapping, there);
    }

    /// <summary>Translations of the texts of a pack that is made here.</summary>
    public IEnumerable<Wording> Wordings => there is not null ? [] :
        from language in mapping.Translations
        from text in language.Value
        select new Wording(text.Key, language.Key, Text(text.Key), text.Value);

    /// <summary>Ids of the bodies that this pack and those below it know.</summary>
    public IEnumerable<string> Organizations()
    {
        var layers = new HashSet<string>();
        for (var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(pack)); Yaml(Path.Combine(folder, "pack.yaml")) is PackMap map;)
        {
            if (!layers.Add(folder))
            {
                throw new ImportException($"The pack '{Path.GetFileName(folder)}' extends itself: take 'extends' out of one of {string.Join(", ", layers.Select(Path.GetFileName))}.");
            }

            foreach (var id in (Yaml(Path.Combine(folder, "organizations.yaml")) as PackList)?.Items.OfType<PackMap>().Select(o => o.Word("id")) ?? [])
            {
                yield return id ?? "";
            }

            if (map.Word("extends") is not { } below || !PackId.IsSlug(below))
            {
                yield break;
            }

            folder = Path.Combine(Path.GetDirectoryName(folder)!, below);
        }
    }

    /// <summary>Writes <c>pack.yaml</c> where there is none, and names the source.</summary>
    public void Write()
    {
        if (there is null)
        {
            TextFile.Write(Path.Combine(pack, "pack.yaml"), YamlWriter.Write(Described()));
        }

        var sources = Path.Combine(pack, "SOURCES.md");
        var said = TextFile.Read(sources) ?? "# Sources\n\n";
        if (!said.Contains(mapping.Source, StringComparison.Ordinal))
        {
            TextFile.Write(sources, $"{said}- {mapping.Source}\n");
        }
    }

    private PackMap Described() => new(
        [
            new("name", default, Word(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(pack))))),
            new("languages", default, new PackList([.. mapping.Languages.Select(Word)], default)),
            new("source-language", default, Word(mapping.SourceLanguage)),
            .. mapping.Pack!.Entries.Where(e => e.Key is not ("name" or "languages" or "source-language")),
        ], default);

    private static PackScalar Word(string value) => new(value, default);

    // pack#names.given.label: the way to a text in the mapping's own 'pack'.
    private string Text(string address)
    {
        PackNode? node = mapping.Pack;
        foreach (var step in address[(address.IndexOf('#', StringComparison.Ordinal) + 1)..].Split('.'))
        {
            node = node is PackMap map ? map[step] : (node as PackList)?.Items.OfType<PackMap>().FirstOrDefault(i => i.Word("id") == step);
        }

        return (node as PackScalar)?.Value ?? throw new ImportException($"The mapping translates '{address}', but under 'pack' there is no such text.");
    }

    private static PackNode? Yaml(string file) => TextFile.Read(file) is { } text ? YamlFile.Parse("", file, text, new()) : null;
}
