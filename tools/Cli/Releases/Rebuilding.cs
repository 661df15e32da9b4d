using System.Text;
using Platform.Cli.Releases.Contents;
using Platform.Cli.Releases.Inputs;
using Platform.Core.Releases;

namespace Platform.Cli.Releases;

/// <summary>Compiles a release's programs from its sources and compares the two.</summary>
internal sealed class Rebuilding(Release release, WorkFolder work, Steps steps)
{
    public const int StepCount = 3;

    private const int ShownDifferences = 20;

    /// <exception cref="ReleaseBuildException">It does not compile, or something came out otherwise.</exception>
    public void Run(bool offline)
    {
        steps.Do("sources", () => Unpack(offline));
        steps.Do("programs", () => Compile(offline));
        steps.Do("comparison", Compare);
    }

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
        var signed = Encoding.UTF8.GetString(release.Read(ReleaseNames.Sums)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(FileSum.Parse).Where(sum => sum.Path.StartsWith("binaries/", StringComparison.Ordinal)).ToHashSet();
        var made = Directory.EnumerateFiles(work["binaries"], "*", SearchOption.AllDirectories).Select(file => FileSum.Of($"binaries/{Path.GetRelativePath(work["binaries"], file).Replace('\\', '/')}", file)).ToHashSet();
        var different = signed.Except(made).Concat(made.Except(signed)).Select(sum => sum.Path).Distinct().Order(StringComparer.Ordinal).ToList();
        return different.Count == 0 ? $"{signed.Count} files are the same" : throw new ReleaseBuildException(Difference(different));
    }

    private string Difference(List<string> files)
    {
        var sdk = new Tool("dotnet", work["source"]).Run("--version").Trim();
        var hint = sdk == release.Manifest.Sdk ? "" : $" The release was made with the .NET SDK {release.Manifest.Sdk}, and this is {sdk}.";
        return $"{files.Count} files came out otherwise:{hint}\n{string.Join('\n', files.Take(ShownDifferences))}{(files.Count > ShownDifferences ? "\n..." : "")}";
    }
}
