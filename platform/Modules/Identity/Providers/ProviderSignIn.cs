using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Platform.Core;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Identity.SignIn;
using Platform.Web.Languages;

namespace Platform.Modules.Identity.Providers;

/// <summary>How a visit to a provider ended.</summary>
/// <param name="Visit">Null where nobody knows what the browser was sent for.</param>
/// <param name="Step">The step of the session that was started; null where none was.</param>
/// <param name="Problem">One of <see cref="ProviderProblems"/> where none was.</param>
internal sealed record ProviderResult(Visit? Visit, string? Step, string? Problem);

/// <summary>Signs in with an identity provider outside: sends the browser there, and takes what it comes back with.</summary>
internal sealed class ProviderSignIn(VisitCookies cookies, VisitStore visits, ProviderSession session, NetworkLimit networks, ActivePack pack, PortalAddress portal)
{
    private const int SecretSize = 32;

    /// <param name="person">Whose account is to be connected; null: somebody signs in.</param>
    /// <returns>Where the browser is to go.</returns>
    public Uri Begin(HttpContext context, OfferedProvider provider, string? onward, Guid? person)
    {
        var visit = new Visit(provider.Rule.Id, Random(), Random(), context.Language().Tag, onward, person, cookies.Now.Microseconds);
        cookies.Remember(context, visit);
        return provider.Speaker.AddressOf(Ask(provider, visit));
    }

    /// <summary>Takes what a browser comes back with.</summary>
    public async Task<ProviderResult> EndAsync(HttpContext context, OfferedProvider provider, string state, string? code, string? error)
    {
        if (cookies.Take(context, provider.Rule.Id, state) is not { } visit || !await visits.TakeAsync(visit, context.RequestAborted))
        {
            return new(null, null, ProviderProblems.Stale);
        }

        if (code is null || error is not null)
        {
            return new(visit, null, error == "access_denied" ? ProviderProblems.Declined : ProviderProblems.Unusable);
        }

        if (!networks.Take(ClientNetwork.Of(context)))
        {
            return new(visit, null, ProviderProblems.Wait);
        }

        return await provider.Speaker.ReadAsync(code, Ask(provider, visit), context.RequestAborted) switch
        {
            ProviderAnswer.Given given => await ReadAsync(context, provider, visit, given.Answers),
            ProviderAnswer.Expired => new(visit, null, ProviderProblems.Expired),
            ProviderAnswer.Unreachable => new(visit, null, ProviderProblems.Unreachable),
            _ => new(visit, null, ProviderProblems.Unusable),
        };
    }

    private async Task<ProviderResult> ReadAsync(HttpContext context, OfferedProvider provider, Visit visit, JsonObject answers)
    {
        if (provider.Rule.Asks.Any(ask => !ask.Optional && answers[ask.Id] is null))
        {
            return new(visit, null, ProviderProblems.Missing);
        }

        var (rule, country) = (provider.Rule.Person, pack.Current.Pack);
        var values = answers.ToDictionary(a => a.Key, a => AnswerValues.ToFeel(a.Value));
        if (rule.NumberIn(values, country) is not { } number)
        {
            return new(visit, null, ProviderProblems.Unusable);
        }

        return await session.StartAsync(context, visit, new Told(number, before => rule.Tell(before, number, values, country)));
    }

    private ProviderVisit Ask(OfferedProvider provider, Visit visit) =>
        new(visit.State, visit.Secret, new Uri(portal.Of($"/sign-in/{visit.Provider}")), provider.Rule.Asks, visit.Language);

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretSize));
}
