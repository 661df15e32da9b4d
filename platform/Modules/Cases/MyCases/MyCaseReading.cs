using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Keys;
using Platform.Core.Modules.Forms;
using Platform.Core.Texts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.MyCases;

/// <summary>A case in the words of its applicant.</summary>
/// <param name="Next">What happens next, and until when.</param>
/// <param name="Reason">Why it was returned, as the official wrote it.</param>
public sealed record MyCaseView(StoredCase Stored, string Service, string State, string Next, string? Reason)
{
    public CaseRow Case => Stored.Case;

    public IReadOnlyList<TimelineLine> Timeline { get; init; } = [];

    public IReadOnlyList<ShownAnswer> Answers { get; init; } = [];

    public IReadOnlyList<FeeLine> Fees { get; init; } = [];

    /// <summary>What is still to be paid before anybody decides; null where nothing is.</summary>
    public string? ToPay { get; init; }

    public bool CanCorrect { get; init; }

    public string FirstPage { get; init; } = "";
}

/// <param name="Machine">ISO 8601.</param>
public sealed record TimelineLine(string Machine, string When, string What);

/// <summary>A fee in words.</summary>
public sealed record FeeLine(string Title, string Amount, string State);

/// <summary>Reads a case for its applicant.</summary>
public sealed class MyCaseReading(CaseStore cases, EditionStore editions, CaseVault vault, FeeWords fees, IEnumerable<CaseEventText> texts, IStringLocalizer t)
{
    /// <returns>Null where there is no such case for this reader.</returns>
    public async Task<MyCaseView?> FindAsync(string reference, CaseAccess access, string language, CancellationToken cancellationToken)
    {
        if (await cases.ReadAsync(reference, access, cancellationToken) is not { Case: var found } stored)
        {
            return null;
        }

        var definition = await editions.OfAsync(found, cancellationToken);
        var workflow = definition.Service.Section<WorkflowSection>()!;
        var state = workflow.Find(found.State)!;
        var erased = found.ErasedAt is not null;
        return new(stored, t.Pack(definition.Service.Title).Value, t.Pack(state.Title).Value, Next(found, state), erased ? null : await ReasonAsync(stored))
        {
            Timeline = [.. stored.Events.Select(e => Line(e, workflow))],
            Fees = await fees.OfAsync(found, stored.Fees, cancellationToken),
            ToPay = erased || state.IsFinal ? null : fees.Due(stored.Fees),
            Answers = erased ? [] : await AnswersAsync(stored, definition, language),
            CanCorrect = !erased && state.IsOpenToApplicant,
            FirstPage = definition.Service.Section<FormSection>()!.Pages[0].Id,
        };
    }

    private string Next(CaseRow found, WorkflowState state) => (state, found.DueOn) switch
    {
        ({ IsFinal: true }, _) => t["The case is closed."],
        ({ IsPaused: true }, _) => t["We wait for you. The time for our answer stands still until you send it again."],
        (_, { } due) => t["You have an answer by {0} at the latest.", t.Formats().Date(due)],
        _ => t["The office works on your case."],
    };

    private TimelineLine Line(CaseEvent e, WorkflowSection workflow) => new(e.At.ToString(), t.Formats().DateTime(e.At), e.Kind switch
    {
        CaseEventKinds.Created => t["You began the application."],
        CaseEventKinds.Submitted => t["You sent the application."],
        CaseEventKinds.Moved => t["Now: {0}", workflow.Find(e.ToState!) is { } state ? t.Pack(state.Title).Value : e.ToState!],
        CaseEventKinds.Taken => t["An official took it up."],
        CaseEventKinds.Released => t["It waits for another official."],
        CaseEventKinds.Erased => t["The contents were erased."],
        _ => texts.FirstOrDefault(x => x.Kind == e.Kind) is { } known ? t[known.Text] : t["Something was added: {0}", e.Kind],
    });

    private async Task<string?> ReasonAsync(StoredCase stored) =>
        stored.Events.LastOrDefault(e => e.Kind == CaseEventKinds.Moved) is { } last ? (string?)(await vault.OpenEventAsync(stored.Case.CaseId, last))[ActionForm.Reason] : null;

    private async Task<IReadOnlyList<ShownAnswer>> AnswersAsync(StoredCase stored, CaseDefinition definition, string language)
    {
        var answers = stored.Answers is null ? [] : await vault.OpenAnswersAsync(stored.Case.CaseId, stored.Answers);
        var showing = new AnswerShowing(t, definition.Pack, language);
        return [.. definition.Service.Section<FormSection>()!.Questions
            .Where(q => answers[q.Id] is not null)
            .Select(q => ShownAnswer.Of(q.Question, answers[q.Id], showing))];
    }
}
