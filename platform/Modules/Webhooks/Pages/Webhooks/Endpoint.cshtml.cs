using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Webhooks.Delivery;
using Platform.Modules.Webhooks.Endpoints;
using Platform.Modules.Webhooks.Events;
using Platform.Web.Caching;
using Platform.Web.Languages;

namespace Platform.Modules.Webhooks.Pages.Webhooks;

/// <summary>One endpoint: its secret, whether it is told, what was sent to it.</summary>
internal sealed class EndpointModel(EndpointStore endpoints, DeliveryStore deliveries, Announcements announcements, Viewer viewer, IStringLocalizer texts, ActivePack active) : PageModel
{
    private const int Most = 200;

    public WebhookEndpoint Endpoint { get; private set; } = null!;

    public IReadOnlyList<WebhookDelivery> Deliveries { get; private set; } = [];

    /// <summary>How many came to nothing, also before those that are listed.</summary>
    public long Lost { get; private set; }

    /// <summary>Only where somebody asked to see it.</summary>
    public string? Secret { get; private set; }

    /// <summary>Why nothing was done.</summary>
    public string? Refused { get; private set; }

    private Actor Me => viewer.Actor(Channels.Web);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm(Name = "do")] string? verb, [FromForm] Guid? delivery, [FromForm] DateOnly? since, CancellationToken cancellationToken)
    {
        if (await endpoints.FindAsync(id, cancellationToken) is not { } endpoint)
        {
            return NotFound();
        }

        if (verb == "secret")
        {
            Secret = await endpoints.ShowSecretAsync(endpoint, Me, cancellationToken);
            return await ShowAsync(id, cancellationToken);
        }

        try
        {
            return await DoAsync(verb, endpoint, delivery, since, cancellationToken) ? LocalRedirect(HttpContext.InLanguage($"/desk/webhooks/{id:D}")) : NotFound();
        }
        catch (ActConflictException)
        {
            Refused = texts["Somebody else was faster. This is how it is now."];
            Response.StatusCode = 409;
            return await ShowAsync(id, cancellationToken);
        }
    }

    private async Task<bool> DoAsync(string? verb, WebhookEndpoint endpoint, Guid? deliveryId, DateOnly? since, CancellationToken cancellationToken)
    {
        switch (verb)
        {
            case "renew":
                await endpoints.RenewSecretAsync(endpoint, Me, cancellationToken);
                return true;
            case "on" or "off":
                await endpoints.SwitchAsync(endpoint.EndpointId, verb == "on", Me, cancellationToken);
                return true;
            case "ping" when endpoint.IsActive:
                await announcements.PingAsync(endpoint, cancellationToken);
                return true;
            case "replay" when deliveryId is { } key && await deliveries.FindAsync(endpoint.EndpointId, key, cancellationToken) is { } found:
                await deliveries.ReplayAsync(found, Me, cancellationToken);
                return true;
            case "replay-lost" when since is { } day:
                await deliveries.ReplayLostAsync(endpoint.EndpointId, LocalDay.StartOf(day, active.Current.Pack), Me, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        if (await endpoints.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Endpoint, Deliveries) = (found, await deliveries.ListAsync(id, Most, cancellationToken));
        Lost = await deliveries.LostAsync(id, Instant.From(DateTimeOffset.UnixEpoch), cancellationToken);
        return Page();
    }
}
