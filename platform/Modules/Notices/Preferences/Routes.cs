using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Notices.Delivery;

namespace Platform.Modules.Notices.Preferences;

/// <summary>How one person is reached now.</summary>
/// <param name="Channels">Names of channels besides the inbox; empty: a slip is all there is for somebody without an account.</param>
internal sealed record Route(string Language, IReadOnlyList<string> Channels);

/// <summary>Chooses channels: what the instance has, the person wants, and an address is known for.</summary>
internal sealed class Routes(PreferenceStore preferences, PersonStore people, IReadOnlyList<IChannel> channels)
{
    public async Task<Route> OfAsync(Guid? personId, Pack pack, CancellationToken cancellationToken)
    {
        if (personId is not { } id || (await people.FindAsync(id, cancellationToken))?.Details is not { } details)
        {
            return new(pack.DefaultLanguage, []);
        }

        var wanted = await preferences.OfAsync(id, cancellationToken);
        var language = (details.Language ?? wanted.Language) is { } chosen && pack.Languages.Contains(chosen) ? chosen : pack.DefaultLanguage;
        return new(language, [.. channels.Select(c => c.Name).Where(name => Wants(wanted, name) && AddressBook.Find(details, name, pack) is not null)]);
    }

    private static bool Wants(Preference wanted, string channel) => channel == ChannelNames.Email ? wanted.Email : wanted.Sms;
}
