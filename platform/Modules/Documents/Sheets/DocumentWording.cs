using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.Texts;
using Platform.Modules.Cases.References;
using Platform.Modules.Documents.Definitions;

namespace Platform.Modules.Documents.Sheets;

/// <summary>Puts a document into words: in any language, from what was answered.</summary>
public sealed class DocumentWording(IStringLocalizer t)
{
    public DocumentText Write(OpenDocument document, string language)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var scope = new LanguageScope(language);
        var (row, pack) = (document.Row, document.Edition.Pack);
        var showing = new AnswerShowing(t, pack, language);
        string Text(PackText text) => pack.Texts.Get(language, text).Value;
        return new(
            language,
            Text(document.Definition.Title),
            pack.Organizations.Find(row.Organization) is { } body ? Text(body.Name) : row.Organization,
            document.Definition.Holder?.Show(document.Content.Holder, showing) ?? "",
            [.. document.Definition.Fields.Select(f => new TextField(f.Id, Text(f.Label), f.Value.Show(document.Content.Fields[f.Id], showing)))])
        {
            Number = row.Number,
            Issued = t.Formats().Date(row.IssuedOn),
            ValidUntil = row.ValidUntil is { } until ? t.Formats().Date(until) : null,
            Reference = CaseReference.Show(document.Case.Reference!),
        };
    }

    /// <summary>The items of a field that is a group, each a map of values ready to read.</summary>
    internal List<object?> Items(OpenDocument document, DocumentField field, string language)
    {
        using var scope = new LanguageScope(language);
        var showing = new AnswerShowing(t, document.Edition.Pack, language);
        return [.. (document.Content.Fields[field.Id] as JsonArray ?? []).OfType<JsonObject>().Select(item => (object?)field.Value.Items.ToDictionary(
            q => q.Id, q => (object?)(item[q.Id] is { } answer ? q.Question.Show(answer, showing) : "")))];
    }
}
