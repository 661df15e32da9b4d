using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Cli.Releases.Contents;

/// <summary>The bill of materials in CycloneDX 1.6: every package with its licence, every file with its digest. Nothing in it says when or where it was made.</summary>
internal sealed record Sbom(string Name, string Version, DateTimeOffset Date, IReadOnlyDictionary<Package, string> Packages, ProgramDependencies Dependencies)
{
    private const string Binaries = "binaries/";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <param name="files">Every file but the bill itself.</param>
    public byte[] Write(IReadOnlyList<FileSum> files)
    {
        var application = new JsonObject { ["type"] = "application", ["bom-ref"] = $"{Name}@{Version}", ["name"] = Name, ["version"] = Version };
        var bill = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = $"urn:uuid:{Identity(files):D}",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["timestamp"] = Date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), ["component"] = application },
            ["components"] = new JsonArray([.. Packages.Select(p => Component(p.Key, p.Value)), .. files.Select(Component)]),
            ["dependencies"] = new JsonArray(new JsonObject { ["ref"] = $"{Name}@{Version}", ["dependsOn"] = new JsonArray([.. Packages.Keys.Where(p => p.Shipped).Select(p => JsonValue.Create(p.Url))]) }),
        };
        return [.. Encoding.UTF8.GetBytes(bill.ToJsonString(Readable)), (byte)'\n'];
    }

    private static JsonObject Component(Package package, string licence)
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = package.Url,
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["scope"] = package.Shipped ? "required" : "excluded",
            ["licenses"] = new JsonArray(licence.StartsWith("LicenseRef-", StringComparison.Ordinal)
                ? new JsonObject { ["license"] = new JsonObject { ["name"] = licence } }
                : new JsonObject { ["expression"] = licence }),
            ["purl"] = package.Url,
        };
        if (package.Sha512 is { } hash)
        {
            component["hashes"] = Hashes("SHA-512", hash);
        }

        return component;
    }

    private JsonObject Component(FileSum file)
    {
        var component = new JsonObject { ["type"] = "file", ["bom-ref"] = $"file:{file.Path}", ["name"] = file.Path, ["hashes"] = Hashes("SHA-256", file.Sha256) };
        if (file.Path.StartsWith(Binaries, StringComparison.Ordinal) && Dependencies.PackageOf(file.Path[Binaries.Length..]) is { } package)
        {
            component["properties"] = new JsonArray(new JsonObject { ["name"] = "egov:package", ["value"] = package.Url });
        }

        return component;
    }

    private static JsonArray Hashes(string algorithm, string content) => [new JsonObject { ["alg"] = algorithm, ["content"] = content }];

    // The same files have the same bill: RFC 9562, section 5.8, with a digest in place of chance.
    private Guid Identity(IReadOnlyList<FileSum> files)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{Name} {Version}\n{string.Join('\n', files)}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
