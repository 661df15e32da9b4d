using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Platform.Modules.Notices.Delivery;

namespace Platform.Modules.Notices.Sms;

/// <summary>SMS through the HTTP gateway that the settings declare.</summary>
internal sealed class SmsGateway(SmsOptions options, TimeProvider clock) : IChannel, IDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private const int LongestReference = 100;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false })
    {
        MaxResponseContentBufferSize = LongestAnswer,
        Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
    };

    public string Name => ChannelNames.Sms;

    public bool MayRepeat => options.IdempotencyHeader is not null;

    public async Task<Outcome> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        if (letter.Text.ShortForm is not { Length: > 0 } text)
        {
            return new Outcome.Refused("sms-no-text");
        }

        return SmsSegments.Count(text) > options.MostSegments ? new Outcome.Refused("sms-too-long") : await CallAsync(letter, text, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<Outcome> CallAsync(Letter letter, string text, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(letter, text);
            using var response = await http.SendAsync(request, cancellationToken);
            return Read(response, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Outcome.Unknown("sms-timeout");
        }
        // Where no connection came about nothing was sent; after that the request may have been read.
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new Outcome.Later("sms-connection");
        }
        catch (HttpRequestException)
        {
            return new Outcome.Unknown("sms-broken-off");
        }
    }

    private Outcome Read(HttpResponseMessage response, string answer)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"http-{(int)response.StatusCode}");
        if (options.SuccessStatus.Count > 0 ? options.SuccessStatus.Contains((int)response.StatusCode) : response.IsSuccessStatusCode)
        {
            return options.SuccessPointer is { } pointer && JsonPointer.Read(answer, pointer) != options.SuccessValue ? new Outcome.Refused("sms-answer") : new Outcome.Sent(Reference(answer));
        }

        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new Outcome.Later(reason, After(response)),
            // Somebody between us and the gateway lost its answer.
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => new Outcome.Unknown(reason),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new Outcome.Later(reason),
            _ => new Outcome.Refused(reason),
        };
    }

    private string? Reference(string answer) =>
        options.ReferencePointer is { } pointer && JsonPointer.Read(answer, pointer) is { Length: > 0 and <= LongestReference } reference ? reference : null;

    private TimeSpan? After(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };

    private HttpRequestMessage Request(Letter letter, string text)
    {
        var request = new HttpRequestMessage(new HttpMethod(options.Method), Fill(options.Url, letter, text, Uri.EscapeDataString));
        foreach (var (name, value) in options.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (options.IdempotencyHeader is { } key)
        {
            request.Headers.TryAddWithoutValidation(key, letter.Id.ToString("D"));
        }

        if (request.Method != HttpMethod.Get)
        {
            Func<string, string> escape = options.ContentType == "application/json" ? static value => JsonEncodedText.Encode(value).ToString() : Uri.EscapeDataString;
            request.Content = new StringContent(Fill(options.Body, letter, text, escape), Encoding.UTF8, options.ContentType);
        }

        return request;
    }

    // The text comes last: what it says is not looked at again for placeholders.
    private static string Fill(string template, Letter letter, string text, Func<string, string> escape) => template
        .Replace("{id}", letter.Id.ToString("D"), StringComparison.Ordinal)
        .Replace("{to}", escape(letter.Address), StringComparison.Ordinal)
        .Replace("{text}", escape(text), StringComparison.Ordinal);
}
