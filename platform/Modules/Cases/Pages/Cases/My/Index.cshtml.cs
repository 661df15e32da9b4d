using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Texts;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;
using Platform.Web.Languages;

namespace Platform.Modules.Cases.Pages.Cases.My;

/// <summary>The cases and drafts of whoever looks, newest first.</summary>
public sealed class IndexModel(CaseStore cases, EditionStore editions, Applicant applicant, IOptions<CasesOptions> options, IStringLocalizer t) : PageModel
{
    private const int PageSize = 20;

    public IReadOnlyList<MyCase> Cases { get; private set; } = [];

    public Guid? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? before, CancellationToken cancellationToken)
    {
        if (applicant.Access is (null, null))
        {
            return Challenge();
        }

        var found = await cases.ListAsync(applicant.Access, PageSize + 1, before, cancellationToken);
        Next = found.Count > PageSize ? found[PageSize - 1].CaseId : null;
        var shown = new List<MyCase>();
        foreach (var one in found.Take(PageSize))
        {
            shown.Add(one.IsDraft && editions.Live(one.Service, one.Area) is null ? Withdrawn(one) : Show(one, await editions.OfAsync(one, cancellationToken)));
        }

        Cases = shown;
        return Page();
    }

    // Nothing is left to call it by, and nowhere to go on with it.
    private MyCase Withdrawn(CaseRow draft) => new(draft.Service, t["No longer offered"], null, null, NotSent(draft), PathToDelete(draft));

    private string NotSent(CaseRow draft) => t["Not sent yet; saved {0}, kept until {1}", t.Formats().Date(draft.ChangedAt), t.Formats().Date(draft.ChangedAt.Plus(TimeSpan.FromDays(options.Value.DraftDays)))];

    private MyCase Show(CaseRow found, CaseDefinition definition)
    {
        var state = definition.Service.Section<WorkflowSection>()?.Find(found.State);
        return new(
            t.Pack(definition.Service.Title).Value,
            state is null ? found.State : t.Pack(state.Title).Value,
            found.Reference is { } reference ? CaseReference.Show(reference) : null,
            HttpContext.InLanguage(found.IsDraft ? $"/apply/{found.CaseId:D}/check" : $"/my/cases/{found.Reference}"),
            found is { IsDraft: false } && Received.On(found, definition.Pack) is { } day ? t["Sent {0}", t.Formats().Date(day)] : NotSent(found),
            PathToDelete(found));
    }

    private string? PathToDelete(CaseRow found) => found.MayBeDeleted ? HttpContext.InLanguage($"/apply/{found.CaseId:D}/delete") : null;
}

/// <summary>A line of the list.</summary>
/// <param name="Href">Null where there is nothing behind it any more.</param>
/// <param name="PathToDelete">Null where it is not for the applicant to end.</param>
public sealed record MyCase(string Service, string State, string? Reference, string? Href, string When, string? PathToDelete);
