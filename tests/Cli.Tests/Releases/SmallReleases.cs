using Platform.Core.Releases;

namespace Platform.Cli.Tests.Releases;

/// <summary>Two releases of the same sources, made in two folders; compiled once for all tests that look at them.</summary>
[CollectionDefinition(nameof(SmallReleases))]
public sealed class SmallReleases : IDisposable, ICollectionFixture<SmallReleases>
{
    private readonly Ministry ministry = new();

    public SmallReleases()
    {
        Said = ministry.Build("first/one-that-lies-deeper/repository", "first.egov", "--with-inputs");
        ministry.Build("second", "second.egov", "--with-inputs");
    }

    /// <summary>What the first build said.</summary>
    public string Said { get; }

    internal Ministry Ministry => ministry;

    public byte[] First => File.ReadAllBytes(ministry["first.egov"]);

    public byte[] Second => File.ReadAllBytes(ministry["second.egov"]);

    /// <summary>Every file that is anywhere in the first: members, and what archives among them hold.</summary>
    public IReadOnlyList<string> Files()
    {
        using var release = ministry.Open("first.egov");
        return [.. release.Manifest.Members.SelectMany(member => Inside(release, member.Name).Append(member.Name))];
    }

    public void Dispose() => ministry.Dispose();

    private static List<string> Inside(Release release, string member)
    {
        using var content = new MemoryStream(release.Read(member));
        return member.EndsWith(".tar.gz", StringComparison.Ordinal) ? [.. ReleaseArchive.Entries(content).Select(entry => $"{member[..^".tar.gz".Length]}/{entry.Name}")] : [];
    }
}
