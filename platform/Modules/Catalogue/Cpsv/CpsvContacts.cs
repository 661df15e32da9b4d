using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Cpsv;

/// <summary>How to reach a body.</summary>
internal static class CpsvContacts
{
    public static bool Has(Organization body) => body.Contact is not { Phone: null, Email: null, Url: null };

    public static IEnumerable<CpsvNode> Of(Organization body)
    {
        if (!Has(body))
        {
            yield break;
        }

        var page = Page(body.Contact.Url);
        yield return new CpsvContact(CpsvNames.Contact(body.Id), body.Contact.Phone, body.Contact.Email, page);
        if (page is not null)
        {
            yield return new CpsvPage(page);
        }
    }

    /// <summary>What can be an address of the web; anything else would not be one in the graph either.</summary>
    public static string? Page(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsoluteUri : null;
}
