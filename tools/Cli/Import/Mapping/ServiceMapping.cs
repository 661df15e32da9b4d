using Platform.Core.Packs;

namespace Platform.Cli.Import.Mapping;

/// <summary>How the rows of a catalogue become services: declared in YAML, see <c>templates/mappings/README.md</c>.</summary>
internal sealed record ServiceMapping
{
    /// <summary>The file's name without its ending: what was imported is remembered under it.</summary>
    public required string Name { get; init; }

    /// <summary>Where the data comes from and under which licence.</summary>
    public required string Source { get; init; }

    /// <summary>The first is the language of the pack's texts, the others are translations.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary><c>pack.yaml</c> of a pack that is made by the import; null where there must be one.</summary>
    public PackMap? Pack { get; init; }

    /// <summary>Further translations by language and address, for the texts of <see cref="Pack"/>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations { get; init; }

    public required MappedTable Organizations { get; init; }

    public required MappedTable Services { get; init; }

    public string SourceLanguage => Languages[0];
}

/// <summary>A table and what its rows become.</summary>
/// <param name="From">A file beside the catalogue, a sheet, a type of linked things; null: the catalogue itself.</param>
/// <param name="Only">Rows that are to be imported; null: all.</param>
internal sealed record MappedTable(string? From, IdRule Id, RowCondition? Only, IReadOnlyList<(string Key, FieldRule Rule)> Fields);
