using System.Diagnostics;
using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>
/// A repository with everything that a release is made of, and a program that is compiled in seconds and yet of all that could come out otherwise:
/// a page of Razor, a package of NuGet, one of npm, a project whose file is called otherwise than its assembly, code compiled beforehand.
/// </summary>
internal sealed class SmallRepository
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <AssemblyName>egov</AssemblyName>
            <RootNamespace>Small</RootNamespace>
            <ImplicitUsings>enable</ImplicitUsings>
            <RuntimeIdentifiers>linux-x64</RuntimeIdentifiers>
            <RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>
            <PublishReadyToRun>true</PublishReadyToRun>
            <StaticWebAssetsEnabled>false</StaticWebAssetsEnabled>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="YamlDotNet" Version="16.3.0" />
            <ProjectReference Include="../../platform/Numbers/Numbers.csproj" />
          </ItemGroup>
          <Target Name="Npm" BeforeTargets="BeforeBuild;AssignTargetPaths">
            <Exec Command="npm ci --silent --ignore-scripts" WorkingDirectory="../../platform/Web" Condition="!Exists('../../platform/Web/node_modules/.package-lock.json')" />
            <ItemGroup>
              <EmbeddedResource Include="../../platform/Web/node_modules/strip-json-comments/package.json" LogicalName="package" WithCulture="false" />
            </ItemGroup>
          </Target>
        </Project>
        """;

    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <AssemblyName>Small.Numbers</AssemblyName>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    private const string Numbers = """
        namespace Small.Numbers;

        public static class Few
        {
            public static IEnumerable<int> All => Enumerable.Range(1, 3);
        }

        """;

    private const string Program = """
        var app = WebApplication.CreateBuilder(args);
        app.Services.AddRazorPages();
        app.Services.AddSingleton(new YamlDotNet.Serialization.SerializerBuilder().Build());
        var built = app.Build();
        built.MapRazorPages();
        built.Run();

        """;

    private const string Page = """
        @page
        @addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers
        @{ var numbers = Small.Numbers.Few.All; }
        <form method="post">@foreach (var number in numbers) { <a asp-page="/Index" asp-route-number="@number">@number</a> }</form>

        """;

    private const string Assets = """{"name": "assets", "devDependencies": {"strip-json-comments": "3.1.1"}}""";
    private const string Npm = "node_modules/strip-json-comments";

    private readonly string root;

    public SmallRepository(string root)
    {
        this.root = root;
        Write("tools/Cli/Cli.csproj", Project);
        Write("tools/Cli/Program.cs", Program);
        Write("tools/Cli/Pages/Index.cshtml", Page);
        Write("tools/Cli/packages.lock.json", NuGetLock());
        Write("platform/Numbers/Numbers.csproj", Library);
        Write("platform/Numbers/Few.cs", Numbers);
        Write("platform/Web/package.json", Assets);
        Write("platform/Web/package-lock.json", NpmLock());
        Write(".gitignore", "bin/\nobj/\nnode_modules/\n");
        foreach (var path in new[] { "LICENSE", "global.json", "Platform.sln", "locales/core.pot", "tools/verify/release.sh" }.Concat(PackFiles()))
        {
            Write(path, File.ReadAllBytes(Path.Combine(TestFolder.RepositoryRoot, path)));
        }

        Git("init", "-q");
        Commit();
    }

    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public void Commit()
    {
        Git("add", "-A");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "-m", "Sources", "--date", "2026-01-01T00:00:00Z");
    }

    private void Write(string path, byte[] content)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    // The same packages as the platform's, by the digests of its own lock files.
    private static string NuGetLock() =>
        new JsonObject
        {
            ["version"] = 1,
            ["dependencies"] = new JsonObject { ["net10.0"] = new JsonObject { ["YamlDotNet"] = Locked("platform/Core/packages.lock.json", "dependencies", "net10.0", "YamlDotNet"), ["small.numbers"] = new JsonObject { ["type"] = "Project" } }, ["net10.0/linux-x64"] = new JsonObject() },
        }.ToJsonString();

    private static string NpmLock() =>
        new JsonObject
        {
            ["name"] = "assets",
            ["lockfileVersion"] = 3,
            ["requires"] = true,
            ["packages"] = new JsonObject { [""] = JsonNode.Parse(Assets), [Npm] = Locked("platform/Web/package-lock.json", "packages", Npm) },
        }.ToJsonString();

    private static JsonNode Locked(string path, params string[] keys) =>
        keys.Aggregate(JsonNode.Parse(File.ReadAllText(Path.Combine(TestFolder.RepositoryRoot, path)))!, (node, key) => node[key]!).DeepClone();

    private static IEnumerable<string> PackFiles() => Directory.EnumerateFiles(Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter"), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(TestFolder.RepositoryRoot, file));

    // The committer's date makes the commit's name: the same in each folder.
    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = root };
        start.Environment["GIT_COMMITTER_DATE"] = "2026-01-01T00:00:00Z";
        using var git = Process.Start(start)!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
