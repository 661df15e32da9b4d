using System.Security.Cryptography;
using System.Text;

namespace Platform.Core.Packs;

/// <summary>
/// An immutable version of a service. Its content is the canonical JSON of everything that a case filed under it depends on;
/// its id is the SHA-256 of that, so equal services have one id whatever their theme, calendar or office addresses.
/// </summary>
/// <param name="Id">64 hexadecimal digits.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Area">Code of a local variant's area; null for the whole country.</param>
/// <param name="ValidFrom">First day on which it holds.</param>
/// <param name="Revision">Counts corrections with the same first day.</param>
/// <param name="Content">Canonical JSON (RFC 8785), UTF-8.</param>
public sealed record Edition(string Id, string ServiceId, string? Area, DateOnly ValidFrom, int Revision, string Content)
{
    /// <summary>The edition that a service of a pack is now.</summary>
    public static Edition Of(Pack pack, ServiceDefinition service)
    {
        var content = CanonicalJson.Write(new EditionClosure(pack, service).ToJson());
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return new(id, service.Id, service.Area, service.ValidFrom, service.Revision, content);
    }
}
