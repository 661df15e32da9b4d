using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Facts;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Routing;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Drafts;

/// <summary>A case whose answers can be changed: a draft, or one that was returned for correction.</summary>
/// <param name="Pages">What was typed, by page.</param>
/// <param name="Filled">What that amounts to now.</param>
public sealed record OpenCase(StoredCase Stored, CaseDefinition Definition, IReadOnlyDictionary<string, DraftPage> Pages, FilledForm Filled, FeelMoment Moment)
{
    public CaseRow Case => Stored.Case;

    public FormSection Form => Definition.Service.Section<FormSection>()!;

    public WorkflowSection Workflow => Definition.Service.Section<WorkflowSection>()!;

    /// <summary>What is known of the applicant, for prefilling.</summary>
    internal System.Text.Json.Nodes.JsonObject Facts { get; init; } = [];

    /// <summary>Reads the form anew with other input on one page.</summary>
    internal Func<string, Typed, FilledForm> With { get; init; } = (_, _) => throw new InvalidOperationException();

    public DraftPage Page(string page) => Pages.GetValueOrDefault(page) ?? DraftPage.Unsaved(page);

    /// <summary>Pages that were filled in and are no longer reached: their answers are not sent.</summary>
    public IReadOnlyList<FormPage> Dropped =>
        [.. Form.Pages.Where(p => Pages.TryGetValue(p.Id, out var stored) && !stored.Typed.IsEmpty && Filled.Page(p.Id) is null)];

    /// <summary>The first page with something missing or wrong; null where all is well.</summary>
    public FilledPage? NextIncomplete => Filled.Pages.FirstOrDefault(p => !p.IsComplete);

    public IReadOnlyList<ChargedFee> Fees => Definition.Service.Section<FeesSection>()?.Charge(Filled.Values, Moment, Definition.Pack.Currency) ?? [];
}

/// <summary>Opens cases for filling in.</summary>
public sealed class OpenCases
{
    private readonly CaseStore cases;
    private readonly DraftStore drafts;
    private readonly EditionStore editions;
    private readonly FactFinder facts;
    private readonly IStringLocalizer t;
    private readonly TimeProvider clock;

    internal OpenCases(CaseStore cases, DraftStore drafts, EditionStore editions, FactFinder facts, IStringLocalizer t, TimeProvider clock) =>
        (this.cases, this.drafts, this.editions, this.facts, this.t, this.clock) = (cases, drafts, editions, facts, t, clock);

    /// <returns>Null where there is no such case for this reader, or its answers cannot be changed.</returns>
    public async Task<OpenCase?> FindAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        await cases.ReadAsync(caseId, access, cancellationToken) is { Case.ErasedAt: null } stored
        && await OpenAsync(stored, cancellationToken) is { } open
        && open.Workflow.Find(stored.Case.State) is { IsOpenToApplicant: true }
            ? open
            : null;

    /// <summary>What is stored of a case, read against its definition. Mistakes are in the language of the request.</summary>
    internal async Task<OpenCase> OpenAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        var pages = await drafts.OpenAsync(stored);
        var open = await ReadAsync(stored, pages, await editions.OfAsync(stored.Case, cancellationToken), cancellationToken);
        // What a draft answers names the place, and with it whether a local variant holds. What was sent keeps its edition.
        return stored.Case.Edition is null && Elsewhere(open) is { } other ? await ReadAsync(stored, pages, other, cancellationToken) : open;
    }

    private CaseDefinition? Elsewhere(OpenCase draft) =>
        RoutingSection.PlaceOf(draft.Definition.Service, draft.Definition.Pack, draft.Filled.Values, draft.Moment) is { } place
        && editions.Live(draft.Case.Service, place.Code) is { } there && there.Service.Area != draft.Definition.Service.Area && there.Service.Section<FormSection>() is not null
            ? there
            : null;

    private async Task<OpenCase> ReadAsync(StoredCase stored, IReadOnlyDictionary<string, DraftPage> pages, CaseDefinition definition, CancellationToken cancellationToken)
    {
        var found = stored.Case;
        var known = await facts.FindAsync(definition, new FactSubject(found.ApplicantId, found.CaseId), cancellationToken);
        // Rules read the filing date: once submitted, it stays the same for every correction.
        var moment = new FeelMoment(Received.At(found, found.SubmittedAt ?? clock.Now(), definition.Pack).ToNoda(), definition.Pack.TimeZone);
        var values = known.ToDictionary(f => f.Key, f => AnswerValues.ToFeel(f.Value));
        var form = definition.Service.Section<FormSection>() ?? throw new RuleException("This service is no longer offered.");
        var filling = new FormFilling(t, definition.Pack, moment, values);
        Typed TypedOn(string page) => pages.GetValueOrDefault(page)?.Typed ?? Typed.Nothing;
        FilledForm Fill(Func<string, Typed> typed) => filling.Fill(form, page => FileFields.Replace(form.Page(page)!, typed(page), (_, file) => IsOf(stored, file) ? file : Typed.Nothing));
        return new(stored, definition, pages, Fill(TypedOn), moment)
        {
            Facts = known,
            With = (page, typed) => Fill(p => p == page ? typed : TypedOn(p)),
        };
    }

    // A file that the case does not have is none, whatever was typed of it; why one was refused is told.
    private static bool IsOf(StoredCase stored, Typed file) =>
        file["id"].Length == 0 || (Guid.TryParse(file["id"], out var id) && stored.Files.Any(f => f.FileId == id));
}
