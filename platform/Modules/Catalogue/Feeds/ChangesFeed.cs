using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Platform.Core;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Catalogue.Feeds;

/// <summary>
/// What changed, newest first (RFC 4287). A pack says when a service's definition begins to hold, how often it was corrected since and when last, so
/// these are the dates; an entry's id names the first day and the count, hence a correction is an entry of its own.
/// </summary>
internal sealed class ChangesFeed(Pack pack, PortalAddress portal, IStringLocalizer texts)
{
    public const int MostEntries = 50;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly string language = CultureInfo.CurrentUICulture.Name;

    /// <param name="today">What begins to hold later is told when it does.</param>
    public XElement Write(DateOnly today)
    {
        var services = pack.Services.Everything
            .Where(s => s.ChangedOn <= today)
            .OrderByDescending(s => s.ChangedOn).ThenByDescending(s => s.Revision).ThenBy(s => s.Id, StringComparer.Ordinal).ThenBy(s => s.Area, StringComparer.Ordinal)
            .Take(MostEntries)
            .ToList();
        var name = texts.Pack(pack.Brand.Name).Value;
        return new(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", language),
            new XElement(Atom + "id", Address("/atom.xml")),
            new XElement(Atom + "title", texts["What changed: {0}", name].Value),
            Link("self", "/atom.xml", "application/atom+xml"),
            Link("alternate", "/services", "text/html"),
            new XElement(Atom + "updated", Begins(services.Count == 0 ? today : services[0].ChangedOn)),
            new XElement(Atom + "author", new XElement(Atom + "name", name)),
            services.Select(Entry));
    }

    private XElement Entry(ServiceDefinition service) => new(Atom + "entry",
        new XElement(Atom + "id", string.Create(CultureInfo.InvariantCulture, $"{Address(ServicePath.Of(service))}#{service.ValidFrom:yyyy-MM-dd}.{service.Revision}")),
        new XElement(Atom + "title", texts.Pack(service.Title).Value),
        Link("alternate", ServicePath.Of(service), "text/html"),
        new XElement(Atom + "updated", Begins(service.ChangedOn)),
        new XElement(Atom + "summary", texts.Pack(service.Summary).Value),
        new XElement(Atom + "content", Told(service)));

    private string Told(ServiceDefinition service) => service.Revision == 1
        ? texts["Holds from {0}.", texts.Formats().Date(service.ValidFrom)]
        : texts["Holds from {0}, corrected: revision {1}.", texts.Formats().Date(service.ValidFrom), service.Revision];

    private XElement Link(string relation, string path, string type) => new(Atom + "link",
        new XAttribute("rel", relation), new XAttribute("href", Address(path)), new XAttribute("type", type), new XAttribute("hreflang", language));

    private string Address(string path) => portal.Of($"/{language}{path}");

    // RFC 4287, section 3.3: a moment, so the first one of that day where the law holds.
    private string Begins(DateOnly day) => OffsetDateTimePattern.Rfc3339.Format(pack.TimeZone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToOffsetDateTime());
}
