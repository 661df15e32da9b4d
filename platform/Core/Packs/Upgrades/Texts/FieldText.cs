using Platform.Core.Texts.Po;

namespace Platform.Core.Packs;

/// <summary>How the fields of a file are found in its text.</summary>
internal enum FieldTextKind { Yaml, Table, Translations, Whole }

/// <summary>
/// A file of a person's own, changed field by field: what is not changed keeps its bytes, with its comments, order and line ends.
/// </summary>
internal abstract class FieldText
{
    public static FieldTextKind KindOf(string path) =>
        path == "areas.csv" ? FieldTextKind.Table
        : path.StartsWith("locales/", StringComparison.Ordinal) ? path.EndsWith(".po", StringComparison.Ordinal) ? FieldTextKind.Translations : FieldTextKind.Whole
        : path.EndsWith(".yaml", StringComparison.Ordinal) ? FieldTextKind.Yaml
        : FieldTextKind.Whole;

    /// <param name="entries">Finds the entry of a translation that the file does not have.</param>
    public static FieldText Open(string path, byte[] content, Func<string, PoEntry?> entries)
    {
        var text = PackLetters.Read(content);
        return KindOf(path) switch
        {
            FieldTextKind.Yaml => new YamlText(text),
            FieldTextKind.Table => new TableText(text),
            FieldTextKind.Translations => new PoText(text, entries),
            _ => throw new ArgumentException($"{path} is taken whole."),
        };
    }

    /// <summary>Gives a field that is there another value.</summary>
    public abstract void Set(IReadOnlyList<string> keys, PackNode value);

    /// <summary>Adds a field to what is there.</summary>
    /// <param name="behind">The part of the same value that it follows; null: it comes first.</param>
    public abstract void Add(IReadOnlyList<string> keys, PackNode value, string? behind);

    /// <summary>Takes a field out, and what is empty then.</summary>
    public abstract void Remove(IReadOnlyList<string> keys);

    /// <summary>The changed text; empty when nothing is left.</summary>
    public abstract override string ToString();
}
