using System.CommandLine;
using System.Diagnostics;
using Platform.Testing;

namespace Platform.Cli.Tests.Modules;

/// <summary>A stranger begins a module in a copy of the repository: it builds, and its tests and the conventions hold as they are.</summary>
public sealed class NewModuleTests : IDisposable
{
    // What a fresh checkout does not have either, and what building makes anew; the assets of pages are kept, they take npm a minute.
    private static readonly string[] Left = [".git", "bin", "obj", "node_modules", "data", "artifacts", "TestResults"];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Its_tests_and_the_conventions_hold_as_they_are()
    {
        Copy(TestFolder.RepositoryRoot, folder.Path);
        var watch = Stopwatch.StartNew();

        var (code, said) = await EgovAsync("module", "new", "Permits", "--root", folder.Path);
        Assert.True(code == 0, said);
        Told("module new", watch);
        await RunAsync("dotnet", "build", "tests/Modules/Permits.Tests", "-nodereuse:false", "-v", "q", "-clp:NoSummary");
        await RunAsync("dotnet", "build", "tests/Conventions.Tests", "-nodereuse:false", "-v", "q", "-clp:NoSummary");
        Told("build", watch);
        await RunAsync("dotnet", "tests/Modules/Permits.Tests/bin/Debug/net10.0/Platform.Modules.Permits.Tests.dll", "-noColor");
        await RunAsync("dotnet", "tests/Conventions.Tests/bin/Debug/net10.0/Platform.Conventions.Tests.dll", "-noColor");
        Told("tests", watch);

        Assert.DoesNotContain("sample", string.Concat(Sources(folder["platform/Modules/Permits"]).SelectMany(f => $"{f}\n{File.ReadAllText(f)}")), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("permits", "write a capital")]
    [InlineData("Fishing-Rights", "write a capital")]
    [InlineData("CASES", "There is a module Cases already")]
    public async Task A_name_that_cannot_be_is_refused_before_anything_is_written(string name, string advice)
    {
        var before = Directory.GetDirectories(Path.Combine(TestFolder.RepositoryRoot, "platform/Modules"));

        var error = await Assert.ThrowsAsync<IOException>(() => EgovAsync("module", "new", name, "--root", TestFolder.RepositoryRoot));

        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetDirectories(Path.Combine(TestFolder.RepositoryRoot, "platform/Modules")));
    }

    [Fact]
    public async Task Elsewhere_than_in_the_repository_it_says_where_to_go()
    {
        var error = await Assert.ThrowsAsync<IOException>(() => EgovAsync("module", "new", "Permits", "--root", folder.Path));

        Assert.Contains("--root", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_it_is_a_library_on_the_packages_with_its_texts()
    {
        var (code, said) = await EgovAsync("module", "new", "Permits", "--root", TestFolder.RepositoryRoot, "--outside", folder["permits"], "--maker", "Acme");

        Assert.True(code == 0, said);
        Assert.Contains($"dotnet build {folder["permits"]} -p:RestoreAdditionalProjectSources=$PWD/FEED", said, StringComparison.Ordinal);
        Assert.Contains("<PackageReference Include=\"Platform.Core\" Version=\"0.1.0\"", File.ReadAllText(folder["permits/Acme.Permits.csproj"]), StringComparison.Ordinal);
        Assert.Contains("namespace Acme.Permits;", File.ReadAllText(folder["permits/PermitsModule.cs"]), StringComparison.Ordinal);
        Assert.True(File.Exists(folder["permits/locales/lo/permits.po"]));
        Assert.DoesNotContain("sample", string.Concat(Sources(folder["permits"]).SelectMany(f => $"{f}\n{File.ReadAllText(f)}")), StringComparison.OrdinalIgnoreCase);
        await Assert.ThrowsAsync<IOException>(() => EgovAsync("module", "new", "Permits", "--root", TestFolder.RepositoryRoot, "--outside", folder["permits"]));
    }

    private static void Told(string what, Stopwatch watch) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{what}: {watch.Elapsed.TotalSeconds:0} s"));

    private static async Task<(int Code, string Said)> EgovAsync(params string[] args)
    {
        using var output = new StringWriter();
        var code = await EgovCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)} {string.Join(' ', arguments)}\n{string.Concat(said)}");
    }

    private static IEnumerable<string> Sources(string from) =>
        Directory.EnumerateFiles(from).Concat(Directory.EnumerateDirectories(from).Where(d => !Left.Contains(Path.GetFileName(d))).SelectMany(Sources));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var inner in Directory.EnumerateDirectories(from).Where(d => !Left.Contains(Path.GetFileName(d))))
        {
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
        }
    }
}
