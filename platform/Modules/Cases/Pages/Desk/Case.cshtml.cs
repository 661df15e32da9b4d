using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Workflow;
using Platform.Web.Components;

namespace Platform.Modules.Cases.Pages.Desk;

/// <summary>One case on one screen: what was answered, what happened, what the official can do.</summary>
public sealed class CaseModel(DeskCases desk, CaseMoves moves, IEnumerable<ICasePanel> panels, IStringLocalizer t) : DeskPage
{
    private Typed given = Typed.Nothing;

    public DeskCase Shown { get; private set; } = null!;

    public IReadOnlyList<WorkflowStep> Steps { get; private set; } = [];

    /// <summary>The action whose form is open.</summary>
    public WorkflowStep? Chosen { get; private set; }

    public IReadOnlyList<FilledQuestion> Form { get; private set; } = [];

    public IReadOnlyList<CasePanel> Panels { get; private set; } = [];

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>A note that was not taken, to be mended.</summary>
    public string? Note { get; private set; }

    /// <summary>What was typed into a form that is gone, because somebody else was faster.</summary>
    public string? Lost { get; private set; }

    public long Version => Shown.Case.Version;

    public string BackPath => In(Choice?.Path ?? "/desk");

    /// <summary>Behind the addresses of this page: the list from which it was opened.</summary>
    public string Query => From?.Query ?? "";

    public bool CanTake => Shown.Case.AssigneeId is null && desk.Work.MayTake(Shown.Case);

    public bool CanTakeOver => Shown.Case.AssigneeId is { } holder && holder != Viewer.PersonId && desk.Work.MayTake(Shown.Case);

    public bool CanGiveBack => Shown.Case.AssigneeId == Viewer.PersonId && desk.Work.MayTake(Shown.Case);

    /// <summary>Where a clerk corrects the application with the person before her; null where it does not wait for that.</summary>
    public string? CorrectPath => Shown is { Case: { ApplicantId: not null, ErasedAt: null } found, Definition.Service: var service }
        && service.Section<WorkflowSection>()!.Find(found.State) is { IsOpenToApplicant: true } && Viewer.May(CasesPermissions.File, found.Organization, found.AreaPath)
        ? In($"/apply/{found.CaseId:D}/{service.Section<FormSection>()!.Pages[0].Id}")
        : null;

    public string? UnpaidText => Shown.HasDueFee && !Shown.Case.Final ? t["A fee is not paid yet. It cannot be decided before that."].Value : null;

    public string PathOf(WorkflowStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return $"/desk/cases/{Shown.Case.Reference}{QueryHelpers.AddQueryString(Query, "do", step.Id)}#act";
    }

    public QuestionView View(FilledQuestion question) => new(question, t, Shown.Definition.Pack, Language, false);

    public async Task<IActionResult> OnGetAsync(string reference, [FromQuery(Name = "do")] string? action, CancellationToken cancellationToken)
    {
        if (!await FindAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        await ShowAsync(action, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await FindAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(cancellationToken);
        var action = (string?)form["desk-action"];
        given = new(form.Where(f => f.Key is [>= 'a' and <= 'z', ..] && !f.Key.StartsWith("desk-", StringComparison.Ordinal)).Select(f => KeyValuePair.Create(f.Key, (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")])));
        try
        {
            return await DoAsync(form, action, cancellationToken);
        }
        catch (RuleException rule)
        {
            return await RefusedAsync(reference, rule.In(t), cancellationToken);
        }
        catch (ActConflictException)
        {
            return await ConflictAsync(reference, cancellationToken);
        }
    }

    private async Task<IActionResult> DoAsync(IFormCollection form, string? action, CancellationToken cancellationToken)
    {
        var version = long.TryParse(form["desk-version"], NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : -1;
        switch ((Take: (string?)form["desk-take"], Note: (string?)form["desk-note"], action))
        {
            case { Take: "take" }:
                await desk.Work.TakeAsync(Shown.Case, version, Actor, cancellationToken);
                return Here();
            case { Take: "back" }:
                await desk.Work.GiveBackAsync(Shown.Case, version, Actor, cancellationToken);
                return Here();
            case { action: { } step }:
                return await MoveAsync(step, version, form["desk-then"] == "next", cancellationToken);
            case { Note: { } note } when note.Trim() is { Length: > 0 and <= NoteStore.Longest } text:
                await desk.Notes.AddAsync(Shown.Case, text, Actor, cancellationToken);
                return Here();
            default:
                Note = (string?)form["desk-note"] ?? "";
                return await RefusedAsync(Shown.Case.Reference!, t["Write a note of 1 to {0} characters", NoteStore.Longest], cancellationToken, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<IActionResult> MoveAsync(string action, long version, bool next, CancellationToken cancellationToken)
    {
        var list = Choice;
        switch (await desk.Work.DoAsync(Shown.Case, action, given, version, Actor, cancellationToken))
        {
            case null:
                return NotFound();
            case { Form: { } filled }:
                await ShowAsync(action, cancellationToken);
                Errors = [.. QuestionView.Mistakes(filled, t).Select(m => new FieldError(m.FieldId, m.Text))];
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            case { IsDone: false }:
                return await RefusedAsync(Shown.Case.Reference!, t["This cannot be done now."], cancellationToken);
            default:
                return next && list is not null ? await NextAsync(list, cancellationToken) : Here();
        }
    }

    private async Task<RedirectResult> NextAsync(DeskChoice list, CancellationToken cancellationToken) =>
        Redirect(In(await desk.Lists.NextAsync(Access, list.Filter(Pack), Shown.Case.CaseId, cancellationToken) is { } other ? $"/desk/cases/{other}{Query}" : list.Path));

    private async Task<IActionResult> ConflictAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await FindAsync(reference, cancellationToken))
        {
            return NotFound();
        }

        var last = Shown.Timeline[^1];
        Lost = string.Join('\n', given.Fields.SelectMany(given.All)) is { Length: > 0 } typed ? typed : null;
        return await RefusedAsync(reference, t["{0} was faster ({1}, {2}). Nothing of yours was done. This is the case as it is now.", last.Who, last.What, last.When], cancellationToken);
    }

    private async Task<IActionResult> RefusedAsync(string reference, string why, CancellationToken cancellationToken, int status = StatusCodes.Status409Conflict)
    {
        await FindAsync(reference, cancellationToken);
        await ShowAsync(null, cancellationToken);
        Errors = [new(Note is null ? null : "desk-note", why)];
        Response.StatusCode = status;
        return Page();
    }

    private Actor Actor => Viewer.Actor(Channels.Web, Shown.Case.ApplicantId);

    private DeskChoice? From => (string?)Request.Query["queue"] is { } queue && (queue == DeskChoice.All || Queues.Contains(queue)) ? DeskChoice.Of(queue, Request.Query) : null;

    // Opened otherwise, a case belongs to its queue.
    private DeskChoice? Choice => From ?? (Shown.Case.Queue is { } queue ? new(queue) : null);

    private RedirectResult Here() => Redirect(In($"/desk/cases/{Shown.Case.Reference}{Query}"));

    private async Task<bool> FindAsync(string reference, CancellationToken cancellationToken)
    {
        if (CaseReference.Parse(reference) is not { } plain || await desk.Reading.FindAsync(plain, Access, Language, cancellationToken) is not { } found)
        {
            return false;
        }

        Shown = found;
        return true;
    }

    // Whoever is refused is shown the case as well.
    private async Task ShowAsync(string? action, CancellationToken cancellationToken)
    {
        await desk.Access.LookedAtAsync(Shown.Case, CasesPermissions.View, Viewer, cancellationToken: cancellationToken);
        Steps = await desk.Work.PossibleAsync(Shown.Stored, cancellationToken);
        Chosen = Steps.FirstOrDefault(s => s.Id == action);
        Form = Chosen is null ? [] : await moves.FormAsync(Shown.Stored, Chosen, given, cancellationToken);
        Panels = await panels.OfAsync(Shown.Stored, cancellationToken);
    }
}
