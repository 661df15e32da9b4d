using System.IO.Compression;
using System.Text;
using Platform.Cli.Releases.Contents;
using Platform.Cli.Releases.Inputs;
using Platform.Core.Releases;

namespace Platform.Cli.Releases;

/// <summary>Compiles a release's programs from its sources and compares what came out with what the release would install.</summary>
internal sealed class Rebuilding(Release release, WorkFolder work, Steps steps)
{
    public const int StepCount = 4;

    private const string Packed = ".tar.gz";
    private const int ShownDifferences = 20;

    /// <exception cref="ReleaseBuildException">It does not compile, something came out otherwise, or the release's own list is of other files than its archives hold.</exception>
    public void Run(bool offline)
    {
        steps.Do("list", CheckList);
        steps.Do("sources", () => Unpack(offline));
        steps.Do("programs", () => Compile(offline));
        steps.Do("comparison", Compare);
    }

    /// <summary>Compares the archive that is installed with files that were compiled, packed as a release packs them: names, modes and bytes.</summary>
    /// <returns>How many files there are, and which of them differ or are on one side only.</returns>
    internal static (int Count, IReadOnlyList<string> Different) Compare(Stream archive, string programs, string made)
    {
        using var again = new FileStream(made, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        ReleaseArchive.Pack(again, Directory.EnumerateFiles(programs, "*", SearchOption.AllDirectories).Select(file => KeyValuePair.Create(Path.GetRelativePath(programs, file).Replace('\\', '/'), file)), DateTimeOffset.UnixEpoch, CompressionLevel.NoCompression);
        again.Position = 0;
        var (signed, compiled) = (ArchivedFile.In(archive), ArchivedFile.In(again));
        return (signed.Count, [.. signed.Except(compiled).Concat(compiled.Except(signed)).Select(file => file.Path).Distinct().Order(StringComparer.Ordinal)]);
    }

    // The list is what whoever unpacks by hand compares with; nobody but its maker has seen to it that it is true.
    private string CheckList()
    {
        var listed = Encoding.UTF8.GetString(release.Read(ReleaseNames.Sums)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(FileSum.Parse).ToHashSet();
        var there = release.Manifest.Members.Where(m => m.Name.EndsWith(Packed, StringComparison.Ordinal)).SelectMany(m => Sums(m.Name)).ToHashSet();
        var different = listed.Except(there).Concat(there.Except(listed)).Select(sum => sum.Path).Distinct().Order(StringComparer.Ordinal).ToList();
        return different.Count == 0 ? $"{ReleaseNames.Sums} names the {there.Count} files that are in the archives"
            : throw new ReleaseBuildException($"{ReleaseNames.Sums} lies about {different.Count} files: it is signed, and says otherwise than the archives. Do not use this release, and tell whoever made it.\n{Shown(different)}");
    }

    private IEnumerable<FileSum> Sums(string archive) => ArchivedFile.In(new MemoryStream(release.Read(archive))).Select(file => new FileSum($"{archive[..^Packed.Length]}/{file.Path}", file.Sha256));

    private string Unpack(bool offline)
    {
        release.Extract(ReleaseNames.Source, work["source"]);
        if (offline)
        {
            release.Extract(ReleaseNames.Inputs, work["inputs"]);
            NpmInputs.Install(work["inputs"], work["source/platform/Web"]);
        }

        return $"of {release.Manifest.Commit}";
    }

    private string Compile(bool offline)
    {
        new Publishing(release.Manifest.Runtime, release.Manifest.Commit, steps.Tell).Run(work["source"], work["binaries"], offline ? work["inputs/nuget"] : null);
        return release.Manifest.Runtime;
    }

    private string Compare()
    {
        var (count, different) = Compare(new MemoryStream(release.Read(ReleaseNames.Binaries)), work["binaries"], work["compiled"]);
        return different.Count == 0 ? $"{count} files are the same" : throw new ReleaseBuildException(Difference(different));
    }

    private string Difference(IReadOnlyList<string> files)
    {
        var sdk = new Tool("dotnet", work["source"]).Run("--version").Trim();
        var hint = sdk == release.Manifest.Sdk ? "" : $" The release was made with the .NET SDK {release.Manifest.Sdk}, and this is {sdk}.";
        return $"{files.Count} files came out otherwise:{hint}\n{Shown(files)}";
    }

    private static string Shown(IReadOnlyList<string> files) => $"{string.Join('\n', files.Take(ShownDifferences))}{(files.Count > ShownDifferences ? "\n..." : "")}";
}
