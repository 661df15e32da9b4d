using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Catalogue;

/// <summary>A service as <c>schema.org/GovernmentService</c>, for search engines. The encoder escapes <c>&lt;</c>, so no text ends the script element.</summary>
internal static class ServiceJsonLd
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write(ServiceDefinition service, Pack pack, IStringLocalizer texts)
    {
        var organization = pack.Organizations.Find(service.Organization);
        return JsonSerializer.Serialize(
            new Dictionary<string, object?>
            {
                ["@context"] = "https://schema.org",
                ["@type"] = "GovernmentService",
                ["identifier"] = service.Id,
                ["name"] = texts.Pack(service.Title).Value,
                ["description"] = texts.Pack(service.Summary).Value,
                ["inLanguage"] = CultureInfo.CurrentUICulture.Name,
                ["serviceOperator"] = organization is null ? null : new Dictionary<string, object?>
                {
                    ["@type"] = "GovernmentOrganization",
                    ["name"] = texts.Pack(organization.Name).Value,
                    ["url"] = organization.Contact.Url,
                },
                ["areaServed"] = service.Area is { } code ? pack.Areas.Find(code)?.Name(CultureInfo.CurrentUICulture.Name) : null,
                ["availableLanguage"] = pack.Languages,
            },
            Options);
    }
}
