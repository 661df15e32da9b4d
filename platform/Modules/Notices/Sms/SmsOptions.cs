using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Notices.Sms;

/// <summary>
/// Settings below <c>Modules:notices:Sms</c>: how the gateway is called, declared rather than programmed. <c>{to}</c>, <c>{text}</c> and <c>{id}</c>
/// stand for number, text and the delivery's id, in <see cref="Url"/> escaped for URLs, in <see cref="Body"/> as its type asks.
/// </summary>
public sealed class SmsOptions : IValidatableObject
{
    [Required]
    public string Url { get; set; } = "";

    [Required, AllowedValues("POST", "PUT", "GET")]
    public string Method { get; set; } = "POST";

    /// <summary>Sent with each request: keys and tokens of the gateway.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    [Required, AllowedValues("application/json", "application/x-www-form-urlencoded")]
    public string ContentType { get; set; } = "application/json";

    public string Body { get; set; } = """{"to": "{to}", "text": "{text}"}""";

    /// <summary>HTTP statuses that mean the message was taken; empty: any from 200 to 299.</summary>
    public List<int> SuccessStatus { get; } = [];

    /// <summary>JSON pointer (RFC 6901) into the answer, for gateways that say 200 and mean no.</summary>
    public string? SuccessPointer { get; set; }

    /// <summary>What stands there when the message was taken.</summary>
    public string? SuccessValue { get; set; }

    /// <summary>JSON pointer to the gateway's name for the message.</summary>
    public string? ReferencePointer { get; set; }

    /// <summary>Name of the header by which the gateway tells a repetition, as <c>Idempotency-Key</c>. Absent: what may have been sent is not sent again.</summary>
    public string? IdempotencyHeader { get; set; }

    /// <summary>Longer texts are refused: each segment is paid.</summary>
    [Range(1, 10)]
    public int MostSegments { get; set; } = 4;

    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 30;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            yield return new("Sms: Url must begin with https://; numbers and keys would travel in clear.", [nameof(Url)]);
        }

        if (SuccessPointer is null != SuccessValue is null)
        {
            yield return new("Sms: give both SuccessPointer and SuccessValue, or neither.", [nameof(SuccessPointer)]);
        }
    }
}
