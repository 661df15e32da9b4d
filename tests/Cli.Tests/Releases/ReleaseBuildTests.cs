using System.Diagnostics;
using System.Text.Json;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>What <c>egov release build</c> makes, on a small scale: <c>tests/Release/run</c> does the same with the packs that are shipped.</summary>
[Collection(nameof(SmallReleases))]
public sealed class ReleaseBuildTests(SmallReleases releases)
{
    [Fact]
    public void Two_builds_in_different_folders_are_the_same_bytes()
    {
        Assert.Equal(releases.First, releases.Second);
        Assert.Contains("Good: every byte", releases.Ministry.Verify("first.egov"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_compiled_again_to_the_same_bytes_without_any_network()
    {
        Assert.SkipUnless(Unshare("true").Code == 0, "This machine lets nobody make a network namespace.");
        Assert.NotEqual(0, Unshare("npm", "ping", "--fetch-retries=0").Code);

        var (code, said) = Unshare("dotnet", Path.Combine(AppContext.BaseDirectory, "egov.dll"), "release", "rebuild", releases.Ministry["first.egov"], "--trust", releases.Ministry.Trust, "--offline");

        Assert.True(code == 0, said);
        Assert.Contains("files are the same", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bill_of_materials_names_every_file_and_nothing_else()
    {
        using var bill = JsonDocument.Parse(Read(ReleaseNames.Sbom));
        var named = bill.RootElement.GetProperty("components").EnumerateArray().Where(c => c.GetProperty("type").GetString() == "file").Select(c => c.GetProperty("name").GetString()!);

        Assert.Equal(releases.Files().Where(name => name != ReleaseNames.Sbom).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.Superset(new HashSet<string> { "source/tools/Cli/Program.cs", "binaries/egov.dll", "pack/starter/pack.yaml", "inputs/npm/strip-json-comments-3.1.1.tgz", "licences/nuget/YamlDotNet-16.3.0/LICENSE.txt" }, named.ToHashSet());
    }

    [Fact]
    public void The_bill_of_materials_keeps_to_the_schema_of_CycloneDX()
    {
        var checker = Path.Combine(TestFolder.RepositoryRoot, "tests/Release/schema");
        using var folder = new TestFolder();
        File.WriteAllBytes(folder["bill.json"], Read(ReleaseNames.Sbom));
        if (!File.Exists(Path.Combine(checker, "node_modules/.package-lock.json")))
        {
            Assert.Equal(0, Run("npm", "ci", "--silent", "--ignore-scripts", "--prefix", checker).Code);
        }

        var (code, said) = Run("node", Path.Combine(checker, "validate.mjs"), folder["bill.json"]);

        Assert.True(code == 0, said);
    }

    [Fact]
    public void Each_package_comes_with_the_text_of_its_licence()
    {
        using var bill = JsonDocument.Parse(Read(ReleaseNames.Sbom));
        var packages = bill.RootElement.GetProperty("components").EnumerateArray().Where(c => c.GetProperty("type").GetString() == "library").ToList();
        var texts = releases.Files().Where(name => name.StartsWith("licences/", StringComparison.Ordinal)).ToList();

        Assert.Contains(packages, p => p.GetProperty("purl").GetString() == "pkg:nuget/YamlDotNet@16.3.0");
        Assert.All(packages, p => Assert.Contains(texts, t => t.Contains($"{p.GetProperty("name").GetString()!.Replace('/', '-')}-{p.GetProperty("version").GetString()}/licen", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void It_tells_how_long_each_step_took() =>
        Assert.Matches(@"programs +(\w+ )+ *[0-9.]+ s  [\s\S]*\nprograms [0-9.]+ s, everything after that [0-9.]+ s: modules [0-9.]+, licences [0-9.]+, inputs [0-9.]+, archives [0-9.]+, sums, SBOM [0-9.]+, signature [0-9.]+\n", releases.Said);

    private byte[] Read(string member)
    {
        using var release = releases.Ministry.Open("first.egov");
        return release.Read(member);
    }

    private static (int Code, string Said) Unshare(params string[] command) => Run("unshare", ["--map-root-user", "--net", .. command]);

    private static (int Code, string Said) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
