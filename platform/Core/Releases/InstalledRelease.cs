namespace Platform.Core.Releases;

/// <summary>What is installed, written <c>e-example@1.0.0</c>: only a release of the same name may come in its place.</summary>
public sealed record InstalledRelease(string Name, ReleaseVersion Version)
{
    /// <exception cref="FormatException">This is no name with a version.</exception>
    public static InstalledRelease Parse(string text) =>
        text.Split('@') is [{ Length: > 0 } name, var version]
            ? new(name, ReleaseVersion.Parse(version))
            : throw new FormatException($"'{text}' does not say what is installed: write name and version as name@1.0.0.");

    public override string ToString() => $"{Name}@{Version}";

    /// <exception cref="ReleaseRefusedException">The release is of another name, or older and that is not allowed.</exception>
    internal void DemandFollowedBy(ReleaseManifest manifest, bool allowRollback)
    {
        if (manifest.Name != Name)
        {
            throw new ReleaseRefusedException($"This is {manifest.Name} {manifest.Version}, and {Name} is installed: no other can come in its place.");
        }

        if (manifest.Version < Version && !allowRollback)
        {
            throw new ReleaseRefusedException($"{manifest.Name} {manifest.Version} is older than {Version}, which is installed. To go back all the same: --allow-rollback");
        }
    }
}
