using System.Text.RegularExpressions;
using Platform.Cli.Import.Sources;
using Platform.Core.Texts;

namespace Platform.Cli.Import.Forms.Xls;

/// <summary>Texts of a row: the column <c>label</c>, and <c>label::Language (tag)</c> for each language.</summary>
internal sealed partial class XlsTexts
{
    private readonly List<(string Column, string What, string Language)> columns;

    public XlsTexts(SourceTable survey, SourceTable? choices) =>
        columns = [.. (survey.Columns ?? []).Concat(choices?.Columns ?? []).Distinct().Select(c => (Column: c, Match: Column().Match(c))).Where(c => c.Match.Success)
            .Select(c => (c.Column, c.Match.Groups[1].Value, Tag(c.Match.Groups[2].Value) ?? c.Match.Groups[2].Value.Trim()))];

    /// <summary>The tag of a language that is named as <c>Lao (lo)</c> or by the tag alone; null for any other.</summary>
    public static string? Tag(string language) =>
        Bracketed().Match(language) is { Success: true } bracketed ? bracketed.Groups[1].Value : LanguageTag.IsValid(language) && language.Split('-')[0].Length <= 3 ? language : null;

    /// <param name="what"><c>label</c>, <c>hint</c>, <c>constraint_message</c>.</param>
    public FormText? Of(SourceRow row, string what)
    {
        var by = columns.Where(c => c.What == what).Select(c => (c.Language, Text: row.First(c.Column))).Where(c => c.Text is not null)
            .DistinctBy(c => c.Language).ToDictionary(c => c.Language, c => Plain(c.Text!));
        return by.Count == 0 ? null : new(by);
    }

    /// <summary>Without the marks that the form's own renderer takes: <c>**bold**</c>, <c># heading</c>, <c>&lt;span&gt;</c>.</summary>
    private static string Plain(string text) => Marks().Replace(text, "").Trim();

    [GeneratedRegex(@"^(label|hint|constraint_message|required_message)\s*(?:::?\s*(.+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Column();

    [GeneratedRegex(@"\(([a-zA-Z]{2,3}(?:-[a-zA-Z0-9]+)*)\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\*\*|__|^#+\s+|</?[a-z][^>]*>", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Marks();
}
