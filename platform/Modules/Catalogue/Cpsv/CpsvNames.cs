using System.Globalization;
using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Cpsv;

/// <summary>Addresses of things: below this document, but for what the European Union keeps an authority list of.</summary>
internal static class CpsvNames
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    public const string Catalogue = "#catalogue";
    public const string Publisher = "#publisher";

    public static string Service(ServiceDefinition service) => Local("services", Key(service));

    /// <summary>What tells a local variant from the national service.</summary>
    public static string Key(ServiceDefinition service) => service.Area is { } area ? $"{service.Id}/{area}" : service.Id;

    public static string Organization(string id) => Local("organizations", id);

    public static string Contact(string organization) => Local("contacts", organization);

    public static string Area(string code) => Local("areas", code);

    public static string Event(string id) => Local("events", id);

    public static string Audience(Audience audience) => Local("audiences", CatalogueNames.Word(audience));

    public static string ChannelKind(Channel channel) => Local("channels", CatalogueNames.Word(channel));

    public static string Currency(string code) => $"{Authority}currency/{code}";

    // The list is by ISO 639-3; of a language without such a code the tag must do.
    public static string Language(string tag) => CultureInfo.GetCultureInfo(tag).ThreeLetterISOLanguageName is { Length: 3 } code
        ? $"{Authority}language/{code.ToUpperInvariant()}"
        : Local("languages", tag);

    /// <summary>A part of a service.</summary>
    public static string Part(ServiceDefinition service, string kind, string id) => $"{Service(service)}/{kind}/{Uri.EscapeDataString(id)}";

    private static string Local(string kind, string key) => $"#{kind}/{string.Join('/', key.Split('/').Select(Uri.EscapeDataString))}";
}
