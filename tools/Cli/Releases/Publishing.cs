namespace Platform.Cli.Releases;

/// <summary>Compiles the programs of a release, the host and <c>egov</c>, in a folder that holds its sources.</summary>
/// <param name="Runtime">As the manifest says it.</param>
internal sealed record Publishing(string Runtime, string Commit)
{
    private const string Projects = "tools/Cli";

    /// <param name="locked">Whether the lock files fit; they do not where a project has lost a reference.</param>
    /// <param name="packages">A folder of NuGet packages to use instead of any source, with a cache of its own; null: as the machine is set up.</param>
    /// <exception cref="ReleaseBuildException">It does not compile.</exception>
    public void Run(string sources, string output, bool locked, string? packages = null)
    {
        // The compiler writes paths into what it makes; there is one name for all folders in which a release was ever made.
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(sources)) + Path.DirectorySeparatorChar;
        new Tool("dotnet", root, Environment(packages)).Run([
            "publish", Projects, "-c", "Release", "-r", Runtime.Split(' ')[0], "-o", Path.GetFullPath(output), "--nologo", "-v", "quiet", "-nodeReuse:false",
            $"-p:SelfContained={(Runtime.EndsWith("self-contained", StringComparison.Ordinal) ? "true" : "false")}", "-p:ContinuousIntegrationBuild=true", $"-p:PathMap={root}=/_/",
            $"-p:SourceRevisionId={Commit.Replace("+", "-", StringComparison.Ordinal)}", "-p:UseSharedCompilation=false", "-p:DebugType=none", "-p:UseAppHost=true", $"-p:RestoreLockedMode={(locked ? "true" : "false")}",
            .. packages is null ? Array.Empty<string>() : [$"-p:RestoreSources={Path.GetFullPath(packages)}"]]);
    }

    private static Dictionary<string, string>? Environment(string? packages) =>
        packages is null ? null : new() { ["NUGET_PACKAGES"] = Path.GetFullPath(packages) + ".cache", ["NUGET_HTTP_CACHE_PATH"] = Path.GetFullPath(packages) + ".http" };
}
