namespace Platform.Cli.Releases.Contents;

/// <summary>Something that is not ours and that a release is made of or with.</summary>
/// <param name="Kind">Of its registry, as package URLs name it: <c>nuget</c> or <c>npm</c>; <c>generic</c> for a module from outside.</param>
/// <param name="Sha512">Of the package, in hexadecimal digits; null where the lock file does not say.</param>
/// <param name="Shipped">Whether it is in the release, or was needed to make it only.</param>
internal sealed record Package(string Kind, string Name, string Version, string? Sha512, bool Shipped)
{
    /// <summary>Package URL (ECMA-427).</summary>
    public string Url => $"pkg:{Kind}/{Name.Replace("@", "%40", StringComparison.Ordinal)}@{Version}";

    /// <summary>Its folder's name among the licences.</summary>
    public string Folder => $"{Kind}/{Name.Replace('/', '-')}-{Version}";
}
