namespace Platform.Modules.Catalogue;

/// <summary>What officials may do here; who may says the pack's <c>roles.yaml</c>.</summary>
public static class CataloguePermissions
{
    /// <summary>Answer national changes for the local variants of an office.</summary>
    public const string Localize = "catalogue.localize";
}
