using Platform.Cli.Releases;
using Platform.Cli.Releases.Contents;
using Platform.Cli.Tests.Conformance;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>Modules from outside on their way into a release.</summary>
public sealed class OutsideModulesTests : IDisposable
{
    private const string Name = "Platform.Modules.Sample.dll";

    private static readonly string Programs = AppContext.BaseDirectory;
    private readonly TestFolder folder = new();

    public OutsideModulesTests() => File.Copy(ConformanceTests.Sample, folder[Name]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_module_goes_along_alone_where_the_platform_has_all_it_uses()
    {
        var modules = new OutsideModules([folder[Name]]);

        Assert.Equal(["sample"], modules.Loaded.Select(m => m.Name));
        Assert.Equal(KeyValuePair.Create(Name, folder[Name]), Assert.Single(modules.Files(Programs)));
        Assert.StartsWith("Platform.Modules.Sample ", modules.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_uses_and_the_programs_lack_comes_along_with_what_that_uses()
    {
        var programs = Directory.CreateDirectory(folder["programs"]).FullName;
        foreach (var file in Directory.EnumerateFiles(Programs, "*.dll").Where(f => !Path.GetFileName(f).StartsWith("Platform.Modules.Cases", StringComparison.Ordinal)))
        {
            File.CreateSymbolicLink(Path.Combine(programs, Path.GetFileName(file)), file);
        }

        Assert.Contains("uses Platform.Modules.Cases.dll, which neither", Assert.Throws<ReleaseBuildException>(() => new OutsideModules([folder[Name]]).Files(programs)).Message, StringComparison.Ordinal);

        File.Copy(Path.Combine(Programs, "Platform.Modules.Cases.dll"), folder["Platform.Modules.Cases.dll"]);
        Assert.Equal(["Platform.Modules.Cases.dll", Name], new OutsideModules([folder[Name]]).Files(programs).Keys);
    }

    [Fact]
    public void It_comes_with_its_licence_or_not_at_all()
    {
        var modules = new OutsideModules([folder[Name]]);
        Assert.Contains("LICENSE.txt", Assert.Throws<ReleaseBuildException>(() => modules.Licences(modules.Files(Programs)).ToList()).Message, StringComparison.Ordinal);

        File.WriteAllText(folder["LICENSE.txt"], "All rights reserved.\n");

        var (package, licence) = Assert.Single(modules.Licences(modules.Files(Programs)));
        Assert.StartsWith("pkg:generic/Platform.Modules.Sample@", package.Url, StringComparison.Ordinal);
        Assert.Equal([folder["LICENSE.txt"]], licence.Files);
    }

    // What it brings along is somebody else's again.
    [Fact]
    public void A_package_that_it_brings_along_comes_with_its_own_licence_or_not_at_all()
    {
        File.WriteAllText(folder["LICENSE.txt"], "All rights reserved.\n");
        File.Copy(Path.Combine(Programs, "YamlDotNet.dll"), folder["YamlDotNet.dll"]);
        var modules = new OutsideModules([folder[Name]]);
        var files = new Dictionary<string, string> { [Name] = folder[Name], ["YamlDotNet.dll"] = folder["YamlDotNet.dll"] };
        Assert.Contains("YamlDotNet.dll goes along with a module", Assert.Throws<ReleaseBuildException>(() => modules.Licences(files).ToList()).Message, StringComparison.Ordinal);

        File.Copy(Path.Combine(Programs, "egov.deps.json"), folder["Platform.Modules.Sample.deps.json"]);

        var (package, licence) = modules.Licences(files).Last();
        Assert.Equal("pkg:nuget/YamlDotNet@16.3.0", package.Url);
        Assert.Equal(128, package.Sha512!.Length);
        Assert.Equal("MIT", licence.Expression);
    }

    // What the bill of materials gives to a package is not screened.
    [Fact]
    public void A_file_that_is_called_like_one_of_a_package_and_lies_elsewhere_is_of_none()
    {
        var dependencies = new ProgramDependencies(Path.Combine(Programs, "egov.deps.json"));

        Assert.Equal("YamlDotNet", dependencies.PackageOf("YamlDotNet.dll")?.Name);
        Assert.Null(dependencies.PackageOf("wwwroot/YamlDotNet.dll"));
        Assert.Null(dependencies.PackageOf("egov.dll"));
    }

    // Modules, whose projects are called otherwise than what they make, stand in it twice.
    [Fact]
    public void What_was_compiled_here_is_of_no_package_by_whatever_name()
    {
        var dependencies = new ProgramDependencies(Path.Combine(Programs, "egov.deps.json"));

        Assert.Contains(".Reference/", File.ReadAllText(Path.Combine(Programs, "egov.deps.json")), StringComparison.Ordinal);
        Assert.True(dependencies.IsOwn("Platform.Modules.Cases.dll"));
        Assert.Null(dependencies.PackageOf("Platform.Modules.Cases.dll"));
        Assert.DoesNotContain(dependencies.Packages, package => package.Name.StartsWith("Platform.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_module_is_refused()
    {
        File.WriteAllText(folder["Nothing.dll"], "MZ, or not");

        Assert.Contains("no assembly", Assert.Throws<ReleaseBuildException>(() => new OutsideModules([folder["Nothing.dll"]])).Message, StringComparison.Ordinal);
    }
}
