using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Web.People;

/// <summary>
/// An official looks for a person: what was typed and who was found, shown by the partial <c>_PeopleSearch</c>.
/// By POST, so that what was looked for stands in no address and no log.
/// </summary>
public sealed class PeopleSearch(PersonStore people, ActivePack pack, Acts acts, Viewer viewer, IStringLocalizer t)
{
    public PersonSearch Typed { get; private set; } = new();

    /// <summary>Null until somebody was looked for.</summary>
    public IReadOnlyList<Person>? Found { get; private set; }

    /// <summary>Looks, and puts on record that it was looked; with nothing typed it says so at the first field.</summary>
    /// <param name="channel">One of <see cref="Channels"/>, for the record.</param>
    public async Task FindAsync(PersonSearch typed, string channel, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(state);
        Typed = typed with { Phone = typed.Phone is { } phone ? pack.Current.Pack.Phone?.Normalize(phone) ?? phone : null };
        if (Typed.IsEmpty)
        {
            state.AddModelError("name", t["Enter a name, a number or a telephone number to look for"]);
            return;
        }

        var act = acts.Begin(viewer.Actor(channel));
        Found = await people.SearchAsync(act, Typed, cancellationToken);
        await act.CommitAsync(cancellationToken);
    }

    public string NameOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Details is { } details && pack.Current.Pack.Names.Show(details.Name) is { Length: > 0 } name ? name : t["Name not given"];
    }
}
