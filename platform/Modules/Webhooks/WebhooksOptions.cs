using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Platform.Modules.Webhooks;

/// <summary>Settings below <c>Modules:webhooks</c>.</summary>
public sealed class WebhooksOptions : IValidatableObject
{
    /// <summary>How long an endpoint has to answer.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>
    /// Networks that may be called although they are not public, as <c>10.20.0.0/16</c>: the government's own. Without them no address of this machine or
    /// of an inner network is called, whatever a name resolves to.
    /// </summary>
    public List<string> AllowedNetworks { get; } = [];

    /// <summary>Also <c>http://</c>, for networks that protect what travels there.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>For how many days the log of deliveries is kept.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 90;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from network in AllowedNetworks
        where !IPNetwork.TryParse(network, out _)
        select new ValidationResult($"AllowedNetworks: '{network}' is no network; write it as 10.20.0.0/16.", [nameof(AllowedNetworks)]);
}
