using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Catalogue;

/// <summary>What the fixed words of service definitions are called.</summary>
internal static class CatalogueNames
{
    /// <summary>As packs, addresses and the API write it: MobileTeam is <c>mobile-team</c>.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>By title, in the order of the page's language.</summary>
    public static IEnumerable<ServiceDefinition> ByTitle(this IEnumerable<ServiceDefinition> services, IStringLocalizer t) =>
        services.OrderBy(s => t.Pack(s.Title).Value, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true));

    public static string Of(IStringLocalizer t, Channel channel) => channel switch
    {
        Channel.Online => t["Online, on this site"],
        Channel.Counter => t["At a counter"],
        Channel.Phone => t["By phone"],
        Channel.Post => t["By post"],
        _ => t["From a mobile team"],
    };

    /// <summary>A category of data that the law protects more strictly; as the pack writes it where it is none of the usual.</summary>
    public static string Sensitive(IStringLocalizer t, string category) => category switch
    {
        "ethnicity" => t["Ethnicity"],
        "religion" => t["Religion"],
        _ => category,
    };

    public static string Of(IStringLocalizer t, Audience audience) => audience switch
    {
        Audience.Citizen => t["Citizens"],
        Audience.Business => t["Businesses"],
        Audience.Official => t["Officials"],
        _ => t["Public bodies"],
    };
}
