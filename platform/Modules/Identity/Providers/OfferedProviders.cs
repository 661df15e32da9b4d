using Platform.Core.Packs;

namespace Platform.Modules.Identity.Providers;

/// <summary>A provider as the pack describes it, with what speaks to it.</summary>
internal sealed record OfferedProvider(SignInProvider Rule, IIdentityProvider Speaker);

/// <summary>The providers that people can sign in with now: those of the active pack for which the host's settings say how to reach them.</summary>
internal sealed class OfferedProviders(ActivePack pack, IEnumerable<IIdentityProvider> speakers)
{
    private readonly Dictionary<string, IIdentityProvider> speakers = speakers.ToDictionary(s => s.Name);

    public IReadOnlyList<OfferedProvider> All => [.. pack.Current.Pack.SignInProviders.Select(rule => Find(rule.Id)).OfType<OfferedProvider>()];

    public OfferedProvider? Find(string id) =>
        pack.Current.Pack.SignInProviders.Find(id) is { } rule && speakers.GetValueOrDefault(id) is { IsReady: true } speaker ? new(rule, speaker) : null;
}
