using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Platform.Connectors.Dan;

/// <summary>How a call ended.</summary>
/// <param name="Status">Null where there was no answer.</param>
/// <param name="Body">Null where it was no JSON.</param>
internal sealed record DanReply(HttpStatusCode? Status, JsonNode? Body)
{
    public bool IsGood => Status is HttpStatusCode.OK;

    public bool IsDown => Status is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
}

/// <summary>The two calls to DAN. What is too slow, too long or no JSON is told as such, never as an exception.</summary>
internal sealed class DanCalls(IOptions<DanOptions> options) : IDisposable
{
    // An identity card comes with its photograph.
    private const int LongestAnswer = 4 << 20;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        MaxResponseContentBufferSize = LongestAnswer,
        Timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds),
    };

    /// <summary>Exchanges a code (RFC 6749, section 4.1.3); the secret goes in the body, which is all that DAN reads.</summary>
    public async Task<DanReply> ExchangeAsync(string code, Uri answer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Token);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = answer.AbsoluteUri,
            ["client_id"] = options.Value.ClientId!,
            ["client_secret"] = options.Value.ClientSecret ?? (await File.ReadAllTextAsync(options.Value.ClientSecretFile!, cancellationToken)).Trim(),
        });
        return await SendAsync(request, cancellationToken);
    }

    public async Task<DanReply> ProfileAsync(string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, options.Value.Profile);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await SendAsync(request, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<DanReply> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.ParseAdd("application/json");
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return new(response.StatusCode, Json(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(null, null);
        }
    }

    private static JsonNode? Json(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: new() { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
