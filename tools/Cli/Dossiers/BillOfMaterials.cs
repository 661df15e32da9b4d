using System.Text.Json;

namespace Platform.Cli.Dossiers;

/// <summary>A package of a release.</summary>
internal sealed record BilledPackage(string Name, string Version, string Licence, bool Shipped);

/// <summary>The bill of materials of a release (CycloneDX 1.6), as <c>egov release build</c> writes it.</summary>
internal sealed record BillOfMaterials(string File, IReadOnlyList<BilledPackage> Packages)
{
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="KeyNotFoundException">Not a bill of CycloneDX.</exception>
    public static BillOfMaterials Read(string file)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
        return new(file, [.. json.RootElement.GetProperty("components").EnumerateArray().Where(c => c.GetProperty("type").GetString() == "library").Select(Package)]);
    }

    private static BilledPackage Package(JsonElement component)
    {
        var licence = component.GetProperty("licenses")[0];
        return new(
            component.GetProperty("name").GetString()!,
            component.GetProperty("version").GetString()!,
            licence.TryGetProperty("expression", out var expression) ? expression.GetString()! : licence.GetProperty("license").GetProperty("name").GetString()!,
            component.GetProperty("scope").GetString() == "required");
    }
}
