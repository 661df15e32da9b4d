using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Platform.Modules.Webhooks.Endpoints;
using Platform.Modules.Webhooks.Events;

namespace Platform.Modules.Webhooks.Delivery;

/// <summary>One call: signed as Standard Webhooks says, carrying a CloudEvent.</summary>
internal sealed class WebhookCall(AddressGuard guard, EndpointStore endpoints, IOptions<WebhooksOptions> options, TimeProvider clock) : IDisposable
{
    // Through no proxy: it would resolve names anew, behind the guard's back.
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = guard.ConnectAsync,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds),
    };

    public void Dispose() => http.Dispose();

    public async Task<Verdict> SendAsync(WebhookEndpoint endpoint, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        using var request = Request(endpoint, delivery);
        try
        {
            // The answer's body is nobody's: it is not read.
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Verdict.Of(response.StatusCode, After(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Verdict.Later("time-out");
        }
        catch (HttpRequestException error) when (error.InnerException is ForbiddenAddressException)
        {
            return new Verdict.Refused("address-inside");
        }
        catch (HttpRequestException error)
        {
            return new Verdict.Later(error.HttpRequestError == HttpRequestError.SecureConnectionError ? "tls" : "connection");
        }
    }

    private HttpRequestMessage Request(WebhookEndpoint endpoint, WebhookDelivery delivery)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.MediaType, "utf-8");
        request.Headers.TryAddWithoutValidation("webhook-id", delivery.EventId);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", now.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSecret.Sign(endpoints.SecretsOf(endpoint), delivery.EventId, now, delivery.Body));
        return request;
    }

    private TimeSpan? After(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };
}
