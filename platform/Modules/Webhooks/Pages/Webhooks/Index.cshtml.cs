using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Modules.Webhooks.Endpoints;
using Platform.Web.Caching;

namespace Platform.Modules.Webhooks.Pages.Webhooks;

/// <summary>Who is told.</summary>
internal sealed class IndexModel(EndpointStore endpoints) : PageModel
{
    public IReadOnlyList<WebhookEndpoint> Endpoints { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        Endpoints = await endpoints.ListAsync(cancellationToken);
    }
}
