using System.Text.Json.Nodes;
using Platform.Core.Packs;

namespace Platform.Modules.Identity.Providers;

/// <summary>
/// Speaks with one identity provider outside (OAuth 2.0 authorization code, RFC 6749 section 4.1, and what is built on it). A connector registers it; the
/// pack's <c>sign-in</c> says what it asks and what the answers tell. Everything around it is here: the browser's state, people, sessions, audit.
/// </summary>
public interface IIdentityProvider
{
    /// <summary>The connector's name; the id in the pack's <c>sign-in</c>.</summary>
    string Name { get; }

    /// <summary>False while the host's settings do not say how to reach it: then it is not offered.</summary>
    bool IsReady { get; }

    /// <summary>Where people sign out of it; null where it has no such page. Signing out here leaves them signed in there.</summary>
    Uri? SignOut { get; }

    /// <summary>Where the browser goes to sign in. The person comes back to <see cref="ProviderVisit.Answer"/> with <c>code</c> and <c>state</c>, or with <c>error</c> and <c>state</c>.</summary>
    Uri AddressOf(ProviderVisit visit);

    /// <summary>Exchanges the code for what was asked. Never logs an answer; failures of the network are an outcome and not thrown.</summary>
    Task<ProviderAnswer> ReadAsync(string code, ProviderVisit visit, CancellationToken cancellationToken);
}

/// <summary>One visit of one browser to a provider.</summary>
/// <param name="State">256 random bits that come back with the browser.</param>
/// <param name="Secret">256 random bits that never leave the server and this browser's sealed cookie: for <c>nonce</c> and PKCE where a provider knows them.</param>
/// <param name="Answer">Where the browser comes back to.</param>
/// <param name="Asks">What the pack asks.</param>
/// <param name="Language">Tag of the page that the person left.</param>
public sealed record ProviderVisit(string State, string Secret, Uri Answer, IReadOnlyList<SignInQuestion> Asks, string Language);

/// <summary>What became of a code.</summary>
public abstract record ProviderAnswer
{
    private ProviderAnswer()
    {
    }

    /// <summary>The provider answered.</summary>
    /// <param name="Answers">By the ids of the pack's <c>asks</c>; what it could not answer is left out.</param>
    public sealed record Given(JsonObject Answers) : ProviderAnswer;

    /// <summary>The code is too old or was used: the person begins again.</summary>
    public sealed record Expired : ProviderAnswer;

    /// <summary>The provider cannot be reached, is too slow or is out of order.</summary>
    public sealed record Unreachable : ProviderAnswer;

    /// <summary>It answered what nobody can use, or does not know this portal.</summary>
    public sealed record Unusable : ProviderAnswer;
}
