using System.Globalization;
using System.Text;
using Platform.Cli.Import.Sources;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Mapping;

/// <summary>How a row gets its id: the values of columns, joined and written as kebab-case.</summary>
/// <param name="LastPart">Of an address (<c>https://.../services/42</c>) only what comes last.</param>
internal sealed record IdRule(IReadOnlyList<string> Columns, string Prefix, bool LastPart)
{
    private const int Longest = 80;

    public static IdRule Read(NodeReader reader)
    {
        var (column, columns) = (reader.Optional("column"), reader.Words("columns"));
        if (column is null == (columns.Count == 0))
        {
            reader.Missing(["column", "columns"], "An id needs 'column: <name>' or 'columns: [<name>, ...]'.");
        }

        return new(column is null ? columns : [column], reader.Optional("prefix") ?? "", reader.Flag("last-part"));
    }

    /// <summary>What the source itself knows the row by: two rows with one of these are one thing.</summary>
    public string Raw(SourceRow row) => string.Join(' ', Columns.Select(row.First).OfType<string>());

    /// <summary>The id, or null where the columns hold nothing that one can be made of.</summary>
    public string? Of(SourceRow row)
    {
        var id = Prefix + Slug(LastPart ? LinkedTerms.LastPart(Raw(row)) : Raw(row));
        return id.Length > Prefix.Length && PackId.IsSlug(id) ? id : null;
    }

    /// <summary>Kebab-case of a text: letters of other scripts fall away, marks too.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).Where(c => c != '\'' && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.Length <= Longest ? slug.ToString().TrimEnd('-') : slug.ToString(0, Longest).TrimEnd('-');
    }
}
