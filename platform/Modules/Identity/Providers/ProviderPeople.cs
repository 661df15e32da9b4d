using System.Text.Json;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;

namespace Platform.Modules.Identity.Providers;

/// <summary>What a provider said of somebody, ready to be kept.</summary>
/// <param name="Number">The identity number, in the form of the pack.</param>
/// <param name="Details">What was known before, with what the provider says.</param>
internal sealed record Told(string Number, Func<PersonDetails, PersonDetails> Details);

/// <summary>
/// Whose account it is. A number belongs to the one person for whom an official or a provider confirmed it; that somebody claims it leads nowhere, so
/// nobody takes over an account by writing another's number, nor loses an own one to somebody who wrote it first.
/// </summary>
internal sealed class ProviderPeople(PersonStore people, AccountStore accounts, Acts acts)
{
    /// <summary>The account of the person with this number, made where there is none. To be committed with the session.</summary>
    public async Task<(Act Act, Account Account)> SignInAsync(Told told, CancellationToken cancellationToken)
    {
        var owner = await people.OwnerOfAsync(told.Number, cancellationToken) is { } id ? await people.FindAsync(id, cancellationToken) : null;
        var act = acts.Begin(new Actor(owner?.PersonId ?? Guid.CreateVersion7(), null, Channels.Web));
        var person = owner ?? await people.AddAsync(act, act.Actor.PersonId!.Value, new PersonDetails());
        if (!await KeepAsync(act, person, told))
        {
            // Somebody else came back with the number since it was looked for: it is known now whose it is.
            return await SignInAsync(told, cancellationToken);
        }

        var account = owner is null ? null : await accounts.FindAsync(person.PersonId, cancellationToken);
        if (account is null)
        {
            account = new Account { PersonId = person.PersonId };
            await accounts.AddAsync(act, account, name: null);
        }

        return (act, account);
    }

    /// <summary>Confirms a signed-in person by the provider's word. To be committed with the session.</summary>
    /// <returns>Null where the number is another's, or the person's confirmed number is another.</returns>
    public async Task<(Act Act, Account Account)?> ConnectAsync(Guid me, Told told, CancellationToken cancellationToken)
    {
        var person = (await people.FindAsync(me, cancellationToken))!;
        var owner = await people.OwnerOfAsync(told.Number, cancellationToken);
        if (owner is { } other ? other != me : person.Details?.VerifiedId is not null)
        {
            return null;
        }

        var act = acts.Begin(new Actor(me, null, Channels.Web));
        return await KeepAsync(act, person, told) ? (act, (await accounts.FindAsync(me, cancellationToken))!) : null;
    }

    // An official's confirmation is not replaced by a provider's; what the registry says of the person is newer in either case.
    /// <returns>False, and nothing added to the act, where the number is another person's.</returns>
    private async Task<bool> KeepAsync(Act act, Person person, Told told)
    {
        var before = person.Details ?? new PersonDetails();
        var details = told.Details(before);
        if (before.VerifiedId is null)
        {
            return await people.ConfirmAsync(act, person, details, Evidence.IdentityProvider);
        }

        if (JsonSerializer.Serialize(details) != JsonSerializer.Serialize(before))
        {
            await people.ChangeAsync(act, person, details);
        }

        return true;
    }
}
