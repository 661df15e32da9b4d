using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Form;
using Platform.Web.Components;
using Platform.Web.Languages;

namespace Platform.Modules.Cases.Pages.Cases.Apply;

/// <summary>
/// One page of questions. Saved as given, right or wrong; two windows collide only on the same page. Whoever was signed out meanwhile loses nothing:
/// what was typed comes back until it can be saved. So the token of the form is judged here, not before.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class StepModel(OpenCases cases, DraftStore drafts, PageInputs inputs, Applicant applicant, IAntiforgery antiforgery, IStringLocalizer t) : PageModel
{
    // Named in the query where the person came from the answers to be checked, and goes back there.
    private const string From = "from";
    private const string Check = "check";

    // Named in the query where the person asked for more of the same page ("add another", places within): what is still empty is no mistake yet.
    private const string Still = "still";

    private OpenCase open = null!;
    private IReadOnlyList<FilledQuestion>? known;

    public FilledPage Filled { get; private set; } = null!;

    /// <summary>What is stored now, where somebody else saved it meanwhile.</summary>
    public IReadOnlyList<FilledQuestion> Saved { get; private set; } = [];

    public bool Conflicts => Saved.Count > 0;

    /// <summary>What was sent by somebody who is signed out by now; null where all is well.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Held { get; private set; }

    /// <summary>What is shown was typed before the person was signed out, and is not saved yet.</summary>
    public bool Resumes { get; private set; }

    public bool ComesFromCheck { get; private set; }

    public string SignInPath => $"/sign-in{QueryString.Create("return", Request.Path)}";

    public long Version { get; private set; }

    public string Heading => Filled.Page.Title is { } title ? t.Pack(title).Value : t.Pack(Filled.Questions[0].Asked.Question.Label).Value;

    public CaseRow Case => open.Case;

    /// <summary>Null where it is done as in the whole country.</summary>
    public LocalVariant? Variant => LocalVariant.Of(open, applicant.Actor(Channels.Web, Case).Channel);

    public string Service => t.Pack(open.Definition.Service.Title).Value;

    public string Here => PathOf(Filled.Page.Id);

    public string? Back => ComesFromCheck ? PathOf(Check) : Before is { } page ? PathOf(page.Page.Id) : null;

    public IReadOnlyList<FieldError> Errors => [.. QuestionView.Mistakes(Filled.Questions, t).Select(m => new FieldError(m.FieldId, m.Text))];

    private FilledPage? Before => open.Filled.Pages.TakeWhile(p => p.Page.Id != Filled.Page.Id).LastOrDefault();

    private FilledPage? After => open.Filled.Pages.SkipWhile(p => p.Page.Id != Filled.Page.Id).Skip(1).FirstOrDefault();

    public QuestionView View(FilledQuestion question, bool only) => new(question, t, open.Definition.Pack, HttpContext.Language().Tag, only);

    /// <summary>What an office knows already for a question that nobody has answered yet, in words; null where it is simply asked.</summary>
    public string? Known(FilledQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        known ??= open.With(Filled.Page.Id, Prefill.Of(Filled.Page, open.Facts, open.Page(Filled.Page.Id).Typed)).Page(Filled.Page.Id)?.Questions ?? [];
        return Resumes || Conflicts ? null : known.FirstOrDefault(k => k.Field == question.Field) is { Typed.IsEmpty: false, IsComplete: true } right ? Show(right) : null;
    }

    public string Show(FilledQuestion saved) => saved?.Answer is { } answer ? saved.Asked.Question.Show(answer, new(t, open.Definition.Pack, HttpContext.Language().Tag)) : "";

    public async Task<IActionResult> OnGetAsync(Guid caseId, string step, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseId, step, cancellationToken) is { } otherwise)
        {
            return otherwise is NotFoundResult && !applicant.IsSignedIn ? Challenge() : otherwise;
        }

        ComesFromCheck = Request.Query[From] == Check;
        var stored = open.Page(step);
        Version = stored.Version;
        if (Request.Query.ContainsKey(Still))
        {
            Filled = Filled.Unjudged;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid caseId, string step, CancellationToken cancellationToken)
    {
        if (await FormAsync(cancellationToken) is not { } form)
        {
            return BadRequest();
        }

        ComesFromCheck = form[From] == Check;
        if (await FindAsync(caseId, step, cancellationToken) is { } otherwise)
        {
            return otherwise is NotFoundResult && !applicant.IsSignedIn ? Hold(form) : otherwise;
        }

        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return Resume(step, PageInputs.TypedOn(Filled.Page, form));
        }

        var version = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : 0;
        var input = await inputs.ReadAsync(caseId, Filled.Page, open.Page(step).Typed, form, cancellationToken);
        var confirmed = Prefill.Confirm(Filled.Page, open.Facts, input.Typed);
        try
        {
            await drafts.SaveAsync(open.Case, new(step, version, confirmed), applicant.Actor(Channels.Web, open.Case), input.Files, cancellationToken);
        }
        catch (PageConflictException)
        {
            if (await FindAsync(caseId, step, cancellationToken) is { } gone)
            {
                return gone;
            }

            // Sent twice, where the line broke before the first answer arrived, it is saved all the same.
            if (!FileFields.AreSame(Filled.Page, confirmed, open.Page(step).Typed))
            {
                return Conflict(step, input.Typed);
            }
        }

        var stays = form.ContainsKey("add") || form.ContainsKey("remove") || form.ContainsKey("stay") || form.ContainsKey("remove-file") || Prefill.Changes(Filled.Page, input.Typed);
        return await FindAsync(caseId, step, cancellationToken) ?? Redirect(stays ? Keep($"{Here}?{Still}{Anchor(form)}") : Filled.IsComplete ? Next : Keep(Here));
    }

    // Null for what is none: elsewhere the framework refuses it with the token.
    private async Task<IFormCollection?> FormAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Request.HasFormContentType ? await Request.ReadFormAsync(cancellationToken) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // To the new item, or to where one was: without JavaScript a page comes back at its top.
    private string Anchor(IFormCollection form)
    {
        var (added, removed) = ((string?)form["add"], ((string?)form["remove"])?.Split('.')[0]);
        return Filled.Questions.FirstOrDefault(q => q.Field == added || q.Field == removed) is not { } list ? ""
            : added is not null && list.Items is [.., [var first, ..]] ? $"#{QuestionView.FirstIdOf(first, open.Definition.Pack)}" : $"#{QuestionView.IdOf(list.Field)}";
    }

    // An answer that was changed may ask for more: that first, then back to the answers.
    private string Next => ComesFromCheck ? open.NextIncomplete is { } more ? Keep(PathOf(more.Page.Id)) : PathOf(Check) : PathOf(After?.Page.Id ?? Check);

    private string Keep(string path) => ComesFromCheck ? QueryHelpers.AddQueryString(path, From, Check) : path;

    // Nothing is looked up for somebody who is nobody: what she sent goes back to her.
    private PageResult Hold(IFormCollection form)
    {
        Held = [.. form.Where(f => f.Key != "_form").SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))];
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }

    // Sent by a page that was shown to somebody else, perhaps to nobody before signing in again: shown, not saved, until its reader sends it.
    private PageResult Resume(string step, Typed typed)
    {
        Version = open.Page(step).Version;
        Filled = open.With(step, PageInputs.Keep(Filled.Page, typed, open.Page(step).Typed)).Page(step)!.Unjudged;
        Resumes = true;
        return Page();
    }

    private PageResult Conflict(string step, Typed mine)
    {
        (Saved, Version) = (Filled.Questions, open.Page(step).Version);
        Filled = open.With(step, mine).Page(step)!;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    // A page that is not reached (any more) leads to where there is something to do.
    private async Task<IActionResult?> FindAsync(Guid caseId, string step, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseId, applicant.Filling, cancellationToken) is not { } found || found.Form.Page(step) is null)
        {
            return NotFound();
        }

        open = found;
        if (open.Filled.Page(step) is { Questions.Count: > 0 } page)
        {
            Filled = page;
            return null;
        }

        return Redirect(PathOf(open.NextIncomplete?.Page.Id ?? Check));
    }

    private string PathOf(string step) => HttpContext.InLanguage($"/apply/{open.Case.CaseId:D}/{step}");
}
