using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Pages.Desk.File;

/// <summary>A page on which a clerk files for somebody else.</summary>
public abstract class FilingPage(PersonStore people, PeopleNames names) : DeskPage
{
    public Person? For { get; private set; }

    protected PersonStore People => people;

    public string NameOf(Person person) => names.Of(person);

    /// <summary>What can be applied for through one of these doors, in the pack's order.</summary>
    protected IEnumerable<ServiceDefinition> Through(params Core.Packs.Channel[] channels) =>
        Pack.Services.All.Where(s => s.Section<FormSection>() is not null && s.Channels.Intersect(channels).Any());

    // Nobody files for herself at her own counter: that is what the public pages are for.
    protected async Task<bool> FindAsync(Guid? person, CancellationToken cancellationToken)
    {
        For = person is { } id && id != Viewer.PersonId ? await people.FindAsync(id, cancellationToken) : null;
        return For?.Details is not null;
    }

    /// <summary>It is known well enough who the person is.</summary>
    protected bool IsSureEnough(ServiceDefinition service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Assurances.Reaches(For!.Assurance, $"{service.Assurance}".ToLowerInvariant());
    }

    protected string FirstPageOf(Guid draft, ServiceDefinition service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return In($"/apply/{draft:D}/{service.Section<FormSection>()!.Pages[0].Id}");
    }
}
