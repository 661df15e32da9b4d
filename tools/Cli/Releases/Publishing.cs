namespace Platform.Cli.Releases;

/// <summary>Compiles the programs of a release, the host and <c>egov</c>, in a folder that holds its sources.</summary>
/// <param name="Runtime">As the manifest says it.</param>
/// <param name="Told">Gets the name of each project that has been compiled.</param>
internal sealed record Publishing(string Runtime, string Commit, Action<string> Told)
{
    private const string Projects = "tools/Cli";
    private const string Made = " -> ";

    /// <param name="packages">A folder of NuGet packages to use instead of any source, with a cache of its own; null: as the machine is set up.</param>
    /// <exception cref="ReleaseBuildException">It does not compile.</exception>
    public void Run(string sources, string output, string? packages = null)
    {
        // The compiler writes paths into what it makes; there is one name for all folders in which a release was ever made.
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(sources)) + Path.DirectorySeparatorChar;
        new Tool("dotnet", root, Environment(packages), Follow).Run([
            "publish", Projects, "-c", "Release", "-r", Runtime.Split(' ')[0], "-o", Path.GetFullPath(output), "--nologo", "-v", "minimal", "-nodeReuse:false",
            $"-p:SelfContained={(Runtime.EndsWith("self-contained", StringComparison.Ordinal) ? "true" : "false")}", "-p:ContinuousIntegrationBuild=true", $"-p:PathMap={root}=/_/",
            $"-p:SourceRevisionId={Commit.Replace("+", "-", StringComparison.Ordinal)}", "-p:UseSharedCompilation=false", "-p:DebugType=none", "-p:PublishDocumentationFiles=false", "-p:UseAppHost=true", "-p:RestoreLockedMode=true",
            .. packages is null ? Array.Empty<string>() : [$"-p:RestoreSources={Path.GetFullPath(packages)}"]]);
    }

    // MSBuild says "  Platform.Core -> /.../Platform.Core.dll" of each project, and of the one that is published twice.
    private void Follow(string line)
    {
        if (line.Contains(Made, StringComparison.Ordinal) && line.EndsWith(".dll", StringComparison.Ordinal))
        {
            Told(line[..line.IndexOf(Made, StringComparison.Ordinal)].Trim().Split('.')[^1]);
        }
    }

    private static Dictionary<string, string>? Environment(string? packages) =>
        packages is null ? null : new() { ["NUGET_PACKAGES"] = Path.GetFullPath(packages) + ".cache", ["NUGET_HTTP_CACHE_PATH"] = Path.GetFullPath(packages) + ".http" };
}
