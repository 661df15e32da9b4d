using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Notices.Delivery;
using Platform.Web.Caching;
using Platform.Web.Languages;

namespace Platform.Modules.Notices.Pages.Notices.Operator;

/// <summary>Messages that did not arrive, to be sent again when what stood in the way is mended. It shows no person and no word of a message.</summary>
internal sealed class IndexModel(DeliveryStore deliveries, Viewer viewer, IStringLocalizer texts) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<LostDelivery> Lost { get; private set; } = [];

    public string ChannelOf(LostDelivery lost) => lost.Channel == ChannelNames.Email ? texts["E-mail"] : texts["SMS"];

    public string StateOf(LostDelivery lost) => (lost.State, lost.Reason) switch
    {
        (_, "no-address") => texts["There was no address any more"],
        (DeliveryStates.Failed, _) => texts["Refused by the other side"],
        (_, "crash") => texts["Nobody knows whether it arrived"],
        _ => texts["Tried often enough without success"],
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        Lost = await deliveries.LostAsync(Most, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid delivery, CancellationToken cancellationToken)
    {
        if ((await deliveries.LostAsync(Most, cancellationToken)).FirstOrDefault(l => l.DeliveryId == delivery) is not { } lost)
        {
            return NotFound();
        }

        await deliveries.ReplayAsync(lost, viewer.Actor(Core.People.Channels.Web), cancellationToken);
        return LocalRedirect(HttpContext.InLanguage("/desk/deliveries"));
    }
}
