using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Cases.Desk;

/// <summary>The names of many people at once: two queries, whatever the length of the list.</summary>
public sealed class PeopleNames(PersonStore people, ActivePack pack, IStringLocalizer t)
{
    /// <returns>A name for each id; words that say so where there is none.</returns>
    public Task<Func<Guid?, string>> OfAsync(IEnumerable<Guid?> ids, CancellationToken cancellationToken = default) => OfAsync(ids, _ => null, cancellationToken);

    /// <param name="claimed">What an account that has given no name calls itself elsewhere.</param>
    public async Task<Func<Guid?, string>> OfAsync(IEnumerable<Guid?> ids, Func<Guid, string?> claimed, CancellationToken cancellationToken = default) =>
        Of(await people.FindManyAsync([.. ids.OfType<Guid>().Distinct()], cancellationToken), claimed);

    public string Of(Person person) => Given(person) ?? t["Name not given"];

    private Func<Guid?, string> Of(IReadOnlyList<Person> known, Func<Guid, string?> claimed)
    {
        var names = known.ToDictionary(p => p.PersonId, p => Given(p) ?? claimed(p.PersonId));
        return id => id is null ? t["Without a name"] : names.GetValueOrDefault(id.Value) ?? t["Name not given"].Value;
    }

    private string? Given(Person person) =>
        person?.Details is { } details && pack.Current.Pack.Names.Show(details.Name) is { Length: > 0 } name ? name : null;
}
