using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Modules.Identity.Providers;

namespace Platform.Connectors.Dan;

/// <summary>Speaks DAN: OAuth 2.0 with a client's secret, and a scope that names calls of registries. It has no discovery, no id_token and no PKCE.</summary>
internal sealed class DanProvider(DanCalls calls, IOptions<DanOptions> options, ILogger<DanProvider> log) : IIdentityProvider
{
    public string Name => "dan";

    public bool IsReady => options.Value.ClientId is not null;

    public Uri? SignOut => options.Value.SignOut;

    public Uri AddressOf(ProviderVisit visit) => new(QueryHelpers.AddQueryString(options.Value.Authorize!.AbsoluteUri, new Dictionary<string, string?>
    {
        ["response_type"] = "code",
        ["client_id"] = options.Value.ClientId,
        ["redirect_uri"] = visit.Answer.AbsoluteUri,
        ["scope"] = DanScope.Of(visit.Asks),
        ["state"] = visit.State,
    }));

    public async Task<ProviderAnswer> ReadAsync(string code, ProviderVisit visit, CancellationToken cancellationToken)
    {
        var exchanged = await calls.ExchangeAsync(code, visit.Answer, cancellationToken);
        if (exchanged is { IsGood: true, Body: JsonObject body } && TextIn(body, "access_token") is { Length: > 0 } token)
        {
            var profile = await calls.ProfileAsync(token, cancellationToken);
            return profile.IsGood && DanProfile.Read(profile.Body, visit.Asks) is { } answers ? Given(answers, profile.Body, visit) : Failed("the profile", profile);
        }

        return TextIn(exchanged.Body, "error") == "invalid_grant" ? new ProviderAnswer.Expired() : Failed("exchanging a code", exchanged);
    }

    private ProviderAnswer.Given Given(JsonObject answers, JsonNode? profile, ProviderVisit visit)
    {
        foreach (var ask in visit.Asks.Where(ask => !answers.ContainsKey(ask.Id)))
        {
            log.LogWarning("DAN has no answer to {Call}: result {Code}.", ask.Call, DanProfile.CodeOf(profile, ask.Call) ?? "missing");
        }

        return new(answers);
    }

    private ProviderAnswer Failed(string what, DanReply reply)
    {
        log.LogError("DAN failed at {What}: status {Status}, {Form}.", what, (int?)reply.Status, reply.Body is null ? "no JSON" : "JSON");
        return reply.IsDown ? new ProviderAnswer.Unreachable() : new ProviderAnswer.Unusable();
    }

    private static string? TextIn(JsonNode? body, string key) => (body as JsonObject)?[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
