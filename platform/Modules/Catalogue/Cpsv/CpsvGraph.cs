using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Platform.Core;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Catalogue.Cpsv;

/// <summary>
/// The whole catalogue as linked data: CPSV-AP 3.2 in JSON-LD 1.1, every service with its variants, bodies, events, places and languages, so that no
/// link of the graph leads to something it does not tell of.
/// </summary>
internal sealed class CpsvGraph
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly Pack pack;
    private readonly CpsvTexts texts;
    private readonly string home;

    // Where the country is one place to the pack it has no row of its own: the largest places together are the country.
    private readonly IReadOnlyList<string> everywhere;

    private CpsvGraph(Pack pack, Texts texts, PortalAddress portal)
    {
        (this.pack, this.texts, home) = (pack, new(pack, texts), portal.Of($"/{pack.DefaultLanguage}"));
        everywhere = pack.Areas.Roots.Count > 0 ? [.. pack.Areas.Roots.Select(a => CpsvNames.Area(a.Code))] : [CpsvNames.Area(pack.Name)];
    }

    /// <param name="path">Where the document is asked for: the addresses of its things lead there.</param>
    public static byte[] Write(Pack pack, Texts texts, PortalAddress portal, string path) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object>
        {
            ["@context"] = CpsvContext.At(portal.Of(path)),
            // As what they are, not as what they have in common.
            ["@graph"] = (object[])[.. new CpsvGraph(pack, texts, portal).Nodes()],
        },
        Options);

    private IEnumerable<CpsvNode> Nodes()
    {
        var services = new CpsvServices(pack, texts, everywhere);
        return
        [
            new CpsvCatalogue(CpsvNames.Catalogue, texts.Of(pack.Brand.Name), texts.Of(pack.Brand.Tagline ?? pack.Brand.Name), CpsvNames.Publisher, home),
            new CpsvPublisher(CpsvNames.Publisher, pack.Name, texts.Of(pack.Brand.Name)),
            new CpsvPage(home),
            .. pack.Services.Everything.SelectMany(services.Of),
            .. pack.Organizations.SelectMany(Body),
            .. pack.LifeEvents.Select(e => new CpsvEvent(CpsvNames.Event(e.Id), e.Id, texts.Of(e.Title), texts.OfAny(e.Description), e.Audience == Audience.Business)),
            .. Places(),
            .. pack.Languages.Select(l => new CpsvLanguage(CpsvNames.Language(l), l)),
            .. Enum.GetValues<Audience>().Select(a => new CpsvConcept(CpsvNames.Audience(a), CatalogueNames.Word(a))),
            .. Enum.GetValues<Channel>().Select(c => new CpsvConcept(CpsvNames.ChannelKind(c), CatalogueNames.Word(c))),
            new CpsvConcept(CpsvNames.Currency(pack.Currency.Code), pack.Currency.Code),
        ];
    }

    private IEnumerable<CpsvNode> Body(Organization body) =>
    [
        new CpsvOrganization(
            CpsvNames.Organization(body.Id), body.Id, texts.Of(body.Name), body.Area is { } area ? [CpsvNames.Area(area)] : everywhere,
            body.Parent is { } parent ? CpsvNames.Organization(parent) : null),
        .. CpsvContacts.Of(body),
    ];

    private IEnumerable<CpsvNode> Places() => pack.Areas.All.Count == 0
        ? [new CpsvPlace(everywhere[0], pack.Name, null, null)]
        : pack.Areas.All.Select(a => new CpsvPlace(CpsvNames.Area(a.Code), a.Code, Names(a), a.Parent is { } above ? CpsvNames.Area(above.Code) : null));

    private static CpsvText Names(Area area)
    {
        var names = new CpsvText();
        foreach (var (tag, name) in area.Names)
        {
            names[tag] = name;
        }

        return names;
    }
}
