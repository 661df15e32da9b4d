using System.Net;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Platform.Modules.Webhooks.Delivery;

namespace Platform.Modules.Webhooks.Endpoints;

/// <summary>Which addresses may be an endpoint. What a name resolves to is asked when it is called, each time.</summary>
internal sealed class EndpointRules(AddressGuard guard, IOptions<WebhooksOptions> options)
{
    private const int Longest = 500;

    /// <returns>What is wrong with it, in the reader's language; null: nothing.</returns>
    public string? Mistake(string? url, IStringLocalizer t)
    {
        if (url is null || url.Length > Longest || !Uri.TryCreate(url, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && options.Value.AllowHttp)))
        {
            return t["Write an address that begins with https://"];
        }

        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return t["Leave names, passwords and # out of the address"];
        }

        return IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !guard.Allows(ip) ? t["This address is inside a network that may not be called"].Value : null;
    }
}
