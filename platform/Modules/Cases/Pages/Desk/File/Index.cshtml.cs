using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Form;
using Platform.Web.Components;

namespace Platform.Modules.Cases.Pages.Desk.File;

/// <summary>A clerk files for the person before her: finds the person, chooses the service, then fills in the same pages as everybody.</summary>
public sealed class IndexModel(PersonStore people, CounterDrafts counter, EditionStore editions, PeopleNames names, IStringLocalizer t) : DeskPage
{
    public Person? For { get; private set; }

    public PersonSearch Search { get; private set; } = new();

    public IReadOnlyList<Person>? Found { get; private set; }

    public IReadOnlyList<CounterDraft> Drafts { get; private set; } = [];

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public IEnumerable<ServiceDefinition> Services =>
        Pack.Services.All.Where(s => s.Section<FormSection>() is not null && s.Channels.Contains(Core.Packs.Channel.Counter));

    public string AddPath => In($"/desk/people/new?return={Uri.EscapeDataString(In("/desk/file"))}");

    public string NameOf(Person person) => names.Of(person);

    public async Task<IActionResult> OnGetAsync(Guid? person, CancellationToken cancellationToken)
    {
        if (person is not null && !await FindAsync(person.Value, cancellationToken))
        {
            return NotFound();
        }

        Drafts = await counter.OfAsync(Viewer.PersonId!.Value, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid? person, [FromForm] string? service, [FromForm] string? name, [FromForm] string? id, [FromForm] string? phone, CancellationToken cancellationToken)
    {
        if (person is { } known)
        {
            return await FindAsync(known, cancellationToken) && Services.Any(s => s.Id == service) ? await StartAsync(service!, cancellationToken) : NotFound();
        }

        Search = new(name, id, phone is null ? null : Pack.Phone?.Normalize(phone) ?? phone);
        Found = await people.SearchAsync(Search, cancellationToken);
        return Page();
    }

    private async Task<IActionResult> StartAsync(string service, CancellationToken cancellationToken)
    {
        var definition = editions.Live(service)!;
        if (!Assurances.Reaches(For!.Assurance, $"{definition.Service.Assurance}".ToLowerInvariant()))
        {
            Errors = [new(null, t["For this service first confirm who the person is."])];
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var draft = await counter.BeginAsync(definition.Service, Viewer.Actor(Channels.Counter, For.PersonId), cancellationToken);
        return Redirect(In($"/apply/{draft:D}/{definition.Service.Section<FormSection>()!.Pages[0].Id}"));
    }

    // Nobody files for herself at her own counter: that is what the public pages are for.
    private async Task<bool> FindAsync(Guid person, CancellationToken cancellationToken)
    {
        For = person == Viewer.PersonId ? null : await people.FindAsync(person, cancellationToken);
        return For?.Details is not null;
    }
}
