using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;
using Platform.Web.People;

namespace Platform.Modules.Cases.Pages.Desk.File;

/// <summary>A clerk files for the person before her: finds the person, chooses the service, then fills in the same pages as everybody.</summary>
public sealed class IndexModel(PersonStore people, CounterDrafts counter, PeopleNames names, PeopleSearch search, IStringLocalizer t) : FilingPage(people, names)
{
    public PeopleSearch Search => search;

    public IReadOnlyList<CounterDraft> Drafts { get; private set; } = [];

    /// <summary>For the next page of drafts.</summary>
    public Guid? Before { get; private set; }

    public IEnumerable<ServiceDefinition> Services => Through(Core.Packs.Channel.Counter);

    public string AddPath => In($"/desk/people/new?return={Uri.EscapeDataString(In("/desk/file"))}");

    public async Task<IActionResult> OnGetAsync(Guid? person, Guid? before, CancellationToken cancellationToken)
    {
        if (person is not null && !await FindAsync(person, cancellationToken))
        {
            return NotFound();
        }

        var drafts = await counter.OfAsync(Viewer.PersonId!.Value, before, cancellationToken);
        Drafts = [.. drafts.Take(CounterDrafts.PageSize)];
        Before = drafts.Count > CounterDrafts.PageSize ? Drafts[^1].CaseId : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid? person, [FromForm] string? service, [FromForm] string? name, [FromForm] string? id, [FromForm] string? phone, CancellationToken cancellationToken)
    {
        if (person is { } known)
        {
            return await FindAsync(known, cancellationToken) && Services.FirstOrDefault(s => s.Id == service) is { } chosen ? await StartAsync(chosen, cancellationToken) : NotFound();
        }

        await search.FindAsync(new(name, id, phone), Channels.Counter, ModelState, cancellationToken);
        return Page();
    }

    private async Task<IActionResult> StartAsync(ServiceDefinition service, CancellationToken cancellationToken)
    {
        if (!IsSureEnough(service))
        {
            ModelState.AddModelError("", t["For this service first confirm who the person is."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect(FirstPageOf(await counter.BeginAsync(service, Viewer.Actor(Channels.Counter, For!.PersonId), cancellationToken), service));
    }
}
