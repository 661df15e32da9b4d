using Platform.Core.Keys;

namespace Platform.Core.Exports;

/// <summary>What a sealed value holds once it is opened.</summary>
public enum SealedContent
{
    /// <summary>UTF-8 text.</summary>
    Text,

    /// <summary>UTF-8 JSON; it becomes part of the row's own.</summary>
    Json,
}

/// <summary>
/// How a table goes into the export of everything: its name, what it holds, what each column means, which columns are sealed and where files lie.
/// A row becomes a line of JSON with the columns' own names.
/// </summary>
public sealed class ExportTable
{
    private readonly Dictionary<string, SealedColumn> opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> left = new(StringComparer.Ordinal);

    /// <param name="name">As in SQL.</param>
    /// <param name="title">What a row is, in one sentence.</param>
    /// <param name="words">A line for each column that <see cref="ExportWords"/> does not explain: <c>column: what it holds</c>.</param>
    /// <exception cref="ArgumentException">A line of the words has no colon.</exception>
    internal ExportTable(string name, string title, string words) => (Name, Title, Words) = (name, title, ExportWords.Read(name, words));

    public string Name { get; }

    public string Title { get; }

    internal IReadOnlyDictionary<string, string> Words { get; }

    internal IReadOnlyDictionary<string, SealedColumn> Sealed => opened;

    /// <summary>Columns that are not exported, each with its reason.</summary>
    internal IReadOnlyDictionary<string, string> Left => left;

    /// <summary>The column that names a stored file, and the one that names whose key opens it.</summary>
    internal (string File, string Subject)? Files { get; private set; }

    /// <summary>A column whose bytes become a file of their own, and how that file's name ends.</summary>
    internal (string Column, string Extension)? Apart { get; private set; }

    /// <summary>The column is sealed with the key of a case or person; the export holds what it says, and null once that key was erased.</summary>
    /// <param name="subject">The column with the id whose key it is.</param>
    /// <param name="place">Where the value was sealed for.</param>
    public ExportTable Opens(string column, string subject, SealedContent content, Func<ExportRow, RowIdentity> place)
    {
        opened.Add(column, new SealedColumn(subject, content, place));
        return this;
    }

    /// <summary>The column stays here: a secret, or something that means nothing elsewhere.</summary>
    public ExportTable Without(string column, string reason)
    {
        left.Add(column, reason);
        return this;
    }

    /// <summary>The column names a file of the file store, sealed with the key of <paramref name="subject"/>.</summary>
    public ExportTable WithFiles(string column, string subject)
    {
        Files = (column, subject);
        return this;
    }

    /// <summary>The column is large and not sealed: each value becomes a file <c>files/{table}/{key}{extension}</c>.</summary>
    internal ExportTable WithApart(string column, string extension)
    {
        Apart = (column, extension);
        return this;
    }
}

/// <summary>A sealed column.</summary>
internal sealed record SealedColumn(string Subject, SealedContent Content, Func<ExportRow, RowIdentity> Place);
