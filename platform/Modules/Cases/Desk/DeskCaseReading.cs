using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.MyCases;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Desk;

/// <summary>A case as an official sees it. Of an erased one only what is in clear.</summary>
public sealed record DeskCase(StoredCase Stored, CaseDefinition Definition, DeskLine Line)
{
    public CaseRow Case => Stored.Case;

    public IReadOnlyList<AnswerGroup> Answers { get; init; } = [];

    public IReadOnlyList<SentFile> Files { get; init; } = [];

    public IReadOnlyList<DeskEvent> Timeline { get; init; } = [];

    public IReadOnlyList<FeeLine> Fees { get; init; } = [];

    public bool HasDueFee { get; init; }

    public IReadOnlyList<DeskEvent> Notes { get; init; } = [];

    /// <summary>Who filed it at the counter.</summary>
    public string? FiledBy { get; init; }
}

/// <summary>The answers of one page of the form.</summary>
public sealed record AnswerGroup(string Title, IReadOnlyList<ShownAnswer> Answers);

/// <param name="Machine">ISO 8601.</param>
/// <param name="Text">What was written with it; null where nothing was.</param>
public sealed record DeskEvent(string Machine, string When, string Who, string What, string? Text);

/// <summary>Reads a case for an official.</summary>
public sealed class DeskCaseReading(CaseStore cases, EditionStore editions, CaseVault vault, NoteStore notes, DeskWords words, IStringLocalizer t)
{
    /// <returns>Null where there is no such case for this official.</returns>
    public async Task<DeskCase?> FindAsync(string reference, CaseAccess.Official access, string language, CancellationToken cancellationToken = default)
    {
        if (await cases.ReadAsync(reference, access, cancellationToken) is not { Case: var found } stored)
        {
            return null;
        }

        var definition = await editions.OfAsync(found, cancellationToken);
        var written = await notes.OpenAsync(stored);
        var answers = await AnswersAsync(stored);
        var showing = new AnswerShowing(t, definition.Pack, language);
        var names = await words.People.OfAsync(stored.People, id => id == found.ApplicantId ? Name(definition, answers, showing) : null, cancellationToken);
        return new DeskCase(stored, definition, words.Table.Of(found, definition, names, language))
        {
            Answers = [.. definition.Service.Section<FormSection>()!.Pages.Select(p => Group(p, answers, showing)).Where(g => g.Answers.Count > 0)],
            Files = await words.Files.OfAsync(stored, cancellationToken),
            Timeline = await TimelineAsync(stored, definition, names),
            Fees = await words.Fees.OfAsync(found, stored.Fees, cancellationToken),
            HasDueFee = stored.Fees.Any(f => f.State == FeeStates.Due),
            Notes = [.. written.Select(n => new DeskEvent(n.At.ToString(), t.Formats().DateTime(n.At), names(n.AuthorId), "", n.Text))],
            FiledBy = found.FiledBy is null ? null : names(found.FiledBy),
        };
    }

    private async Task<JsonObject> AnswersAsync(StoredCase stored) =>
        stored is { Case.ErasedAt: null, Answers: { } answers } ? await vault.OpenAnswersAsync(stored.Case.CaseId, answers) : [];

    // Who signs up needs no name, but the application asks for the name that an account would have given.
    private static string? Name(CaseDefinition definition, JsonObject answers, AnswerShowing showing) =>
        definition.Service.Section<FormSection>()!.Questions.FirstOrDefault(q => q.Question.Prefill?.Value == "person.name" && answers[q.Id] is not null) is { } named
            ? named.Question.Show(answers[named.Id]!, showing)
            : null;

    private AnswerGroup Group(FormPage page, JsonObject answers, AnswerShowing showing) => new(
        t.Pack(page.Title ?? page.Questions[0].Question.Label).Value,
        [.. page.Questions.Where(q => answers[q.Id] is not null).Select(q => ShownAnswer.Of(q.Question, answers[q.Id], showing))]);

    private async Task<IReadOnlyList<DeskEvent>> TimelineAsync(StoredCase stored, CaseDefinition definition, Func<Guid?, string> names)
    {
        var workflow = definition.Service.Section<WorkflowSection>()!;
        var shown = new List<DeskEvent>();
        foreach (var one in stored.Events)
        {
            var given = stored.Case.ErasedAt is null ? await vault.OpenEventAsync(stored.Case.CaseId, one) : [];
            var who = one.ActorId is null && one.Channel == Channels.System ? t["The portal"].Value : names(one.ActorId);
            shown.Add(new(one.At.ToString(), t.Formats().DateTime(one.At), who, words.Of(one, workflow), (string?)given[ActionForm.Reason]));
        }

        return shown;
    }
}
