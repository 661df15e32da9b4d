using Platform.Cli.Import.Sources;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Mapping;

/// <summary>Where the value of one key comes from.</summary>
internal abstract record FieldRule
{
    /// <summary>The value, or null where the row has none. What cannot be used goes to <see cref="RowReading.Refuse"/>.</summary>
    public abstract PackNode? Value(SourceRow row, RowReading reading);

    /// <summary>Names of columns that it asks for, to tell of one that is not there.</summary>
    public abstract IEnumerable<string> Columns { get; }

    public static FieldRule? ReadOptional(NodeReader reader, string key, bool isList, IReadOnlyList<string> languages) => reader.Map(key, r => Read(r, isList, languages));

    private static FieldRule Read(NodeReader reader, bool isList, IReadOnlyList<string> languages)
    {
        FieldRule? rule =
            reader.Has("constant") ? new ConstantRule(reader.Node("constant")!)
            : reader.Has("texts") ? TextsRule.Read(reader, languages)
            : reader.Has("collect") ? CollectRule.Read(reader)
            : reader.Has("each") ? EachRule.Read(reader, languages)
            : reader.Has("column") ? ColumnRule.Read(reader, isList)
            : reader.Has("fields") ? new MapRule(Several(reader, languages))
            : null;
        if (rule is null)
        {
            reader.Missing(["column", "texts", "constant", "collect", "each", "fields"], "Say where the value comes from: 'column', 'texts', 'constant', 'collect', 'each' or 'fields'.");
        }

        return rule ?? new ConstantRule(new PackScalar("", reader.Source));
    }

    /// <summary>The rules of a map's keys, whatever their names: what is right is known to who reads the pack.</summary>
    protected static IReadOnlyList<(string Key, FieldRule Rule)> Several(NodeReader reader, IReadOnlyList<string> languages) =>
        reader.Map("fields", r => ((PackMap)reader.Node("fields")!).Entries.Select(e => (e.Key, Rule: ReadOptional(r, e.Key, isList: false, languages)!)).Where(e => e.Rule is not null).ToList()) ?? [];
}

/// <summary>The same for every row.</summary>
internal sealed record ConstantRule(PackNode Constant) : FieldRule
{
    public override IEnumerable<string> Columns => [];

    public override PackNode Value(SourceRow row, RowReading reading) => Constant;
}
