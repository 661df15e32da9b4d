using System.Diagnostics;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>A repository with everything that a release is made of, and a program that is compiled in seconds.</summary>
internal sealed class SmallRepository
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <AssemblyName>egov</AssemblyName>
            <RuntimeIdentifiers>linux-x64</RuntimeIdentifiers>
            <RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>
          </PropertyGroup>
        </Project>
        """;

    private readonly string root;

    public SmallRepository(string root)
    {
        this.root = root;
        Write("tools/Cli/Cli.csproj", Project);
        Write("tools/Cli/Program.cs", "System.Console.WriteLine(\"egov\");\n");
        Write("tools/Cli/packages.lock.json", """{"version": 1, "dependencies": {"net10.0": {}, "net10.0/linux-x64": {}}}""");
        Write("platform/Web/package.json", """{"name": "assets"}""");
        Write("platform/Web/package-lock.json", """{"name": "assets", "lockfileVersion": 3, "packages": {"": {"devDependencies": {}}}}""");
        Write(".gitignore", "bin/\nobj/\n");
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
