using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Keys.Subjects;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Form;
using Platform.Modules.Documents.Definitions;
using Platform.Modules.Documents.Issuing;
using Platform.Modules.Documents.Sheets;

namespace Platform.Modules.Documents.Correcting;

/// <summary>One thing on a document that an official can correct, asked by the question it was answered to.</summary>
/// <param name="Field">Its id on the document; <see cref="Correction.Holder"/> for the holder.</param>
public sealed record CorrectedField(string Field, FilledQuestion Filled);

/// <summary>Issues a corrected document in the place of another: the same kind, a new number and code, and the old one is replaced.</summary>
public sealed class Correction(Acts acts, KeyStore keys, IStringLocalizer t)
{
    public const string Holder = "holder";

    /// <summary>What can be corrected, filled in as it stands, or as typed with what is wrong.</summary>
    /// <param name="typed">Null at the first look.</param>
    public IReadOnlyList<CorrectedField> Fields(OpenDocument document, Typed? typed, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. Sources(document).Where(s => s.Source.IsSingle).Select(s => Field(s.Id, s.Source.Asked!, s.Kept, typed, new(t, document.Edition.Pack, today)))];
    }

    /// <returns>The new document.</returns>
    /// <exception cref="ActConflictException">The document changed meanwhile, or no longer counts; nothing was written.</exception>
    public async Task<Guid> IssueAsync(OpenDocument document, IReadOnlyList<CorrectedField> fields, string reason, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var row = document.Row;
        var key = await keys.GetAsync(row.CaseId, cancellationToken);
        var act = acts.Begin(actor).End(row, DocumentStates.Replaced, reason, key);
        var corrected = Corrected(document, fields, act.At);
        await act.Note(row.CaseId, "documents.corrected").Issue(corrected, key).CommitAsync(cancellationToken);
        return corrected.DocumentId;
    }

    private static CorrectedField Field(string id, FormQuestion asked, JsonNode? kept, Typed? typed, AnswerReading reading)
    {
        var question = asked.Question;
        var was = kept is null ? Typed.Nothing : question.ToTyped(kept);
        var given = typed?.Below(id) ?? was;
        // What stays as it was is not judged by what is accepted today: the place of an old document may be gone.
        if (typed is null || (kept is not null && given.Fields.Union(was.Fields).All(f => given[f] == was[f])))
        {
            return new(id, new(asked, id, given, kept, [], []) { Day = reading.Today });
        }

        var answer = question.IsTyped(given) ? question.Read(given, reading) : null;
        if (answer is null && reading.Mistakes.Count == 0 && kept is not null && !question.Optional)
        {
            reading.Add(question.Missing(reading.T, reading.T["This field"]), question.FirstPart(reading.Pack));
        }

        return new(id, new(asked, id, given, answer, reading.Mistakes, []) { Day = reading.Today });
    }

    private static IEnumerable<(string Id, FieldSource Source, JsonNode? Kept)> Sources(OpenDocument document) =>
        (document.Definition.Holder is { } holder ? new[] { (Holder, holder, document.Content.Holder) } : [])
            .Concat(document.Definition.Fields.Select(f => (f.Id, f.Value, document.Content.Fields[f.Id])));

    // Valid as long as the one it replaces: a correction gives no new time.
    private static NewDocument Corrected(OpenDocument document, IReadOnlyList<CorrectedField> fields, Instant at)
    {
        var row = document.Row;
        var today = LocalDay.Of(at, document.Edition.Pack);
        var kept = document.Content.Fields.DeepClone().AsObject();
        foreach (var field in fields.Where(f => f.Field != Holder))
        {
            kept[field.Field] = field.Filled.Answer?.DeepClone();
        }

        var holder = fields.FirstOrDefault(f => f.Field == Holder) is { } named ? named.Filled.Answer : document.Content.Holder;
        return new()
        {
            CaseId = row.CaseId,
            Service = row.Service,
            Document = row.Document,
            Action = row.Action,
            Organization = row.Organization,
            NumberPattern = row.NumberPattern,
            Year = today.Year,
            IssuedOn = today,
            ValidUntil = row.ValidUntil,
            Replaces = row.DocumentId,
            Content = new(DocumentCode.Create(), holder?.DeepClone(), kept),
        };
    }
}
