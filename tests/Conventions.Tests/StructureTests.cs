using System.Text.RegularExpressions;
using Platform.Core.Modules;
using InstanceModules = Platform.Host.Modules;

namespace Platform.Conventions.Tests;

public sealed partial class StructureTests
{
    private const int LongestFile = 400;

    [Fact]
    public void Tables_carry_their_owners_name()
    {
        var strangers =
            from file in SourceTree.Files("platform", ".sql")
            let prefix = PrefixOf(SourceTree.Relative(file))
            from Match table in CreateTable().Matches(File.ReadAllText(file))
            where !prefix.Exists(p => table.Groups[1].Value.StartsWith(p, StringComparison.Ordinal))
            select $"{SourceTree.Relative(file)}: {table.Groups[1].Value}";

        Assert.Empty(strangers);
    }

    [Fact]
    public void Modules_use_only_modules_they_depend_on()
    {
        var modules = InstanceModules.All.ToDictionary(m => m.GetType().Assembly.GetName().Name!);
        var hidden =
            from module in modules.Values
            from reference in module.GetType().Assembly.GetReferencedAssemblies()
            where modules.ContainsKey(reference.Name!) && !module.DependsOn.Contains(modules[reference.Name!].Name)
            select $"{module.Name} uses {reference.Name}";

        Assert.Empty(hidden);
    }

    [Fact]
    public void A_connector_is_in_the_hosts_list_has_a_readme_and_is_used_by_nobody()
    {
        var folders = Directory.GetDirectories(Path.Combine(Testing.TestFolder.RepositoryRoot, "platform/Connectors")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal).ToList();
        var users = SourceTree.Files("platform", ".csproj", ".cs").Concat(SourceTree.Files("tools", ".csproj")).Select(SourceTree.Relative)
            .Where(f => !f.StartsWith("platform/Connectors/", StringComparison.Ordinal) && !f.StartsWith("platform/Host/", StringComparison.Ordinal))
            .Where(f => folders.Exists(name => File.ReadAllText(Path.Combine(Testing.TestFolder.RepositoryRoot, f)) is var text
                && (text.Contains($"Connectors/{name}", StringComparison.Ordinal) || text.Contains($"Connectors.{name}", StringComparison.Ordinal))));

        Assert.Equal(folders, Host.Connectors.All.Select(c => c.GetType().Name[..^"Connector".Length]).Order(StringComparer.Ordinal));
        Assert.All(folders, name => Assert.True(File.Exists(Path.Combine(Testing.TestFolder.RepositoryRoot, $"platform/Connectors/{name}/README.md")), name));
        Assert.Empty(users);
    }

    [Fact]
    public void Core_and_Web_know_no_module()
    {
        var known = typeof(PlatformModule).Assembly.GetReferencedAssemblies().Concat(typeof(Web.WebAnchor).Assembly.GetReferencedAssemblies());

        Assert.DoesNotContain(known, a => a.Name!.StartsWith("Platform.Modules", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_of_the_desk_look_like_the_desk()
    {
        var others = SourceTree.Files("platform", ".cshtml")
            .Select(f => (File: SourceTree.Relative(f), Text: File.ReadAllText(f)))
            .Where(p => p.Text.StartsWith("@page \"/{lang}/desk", StringComparison.Ordinal) && p.Text.Contains("<h1", StringComparison.Ordinal) && !p.Text.Contains("Layout = \"_DeskLayout\"", StringComparison.Ordinal));

        Assert.Empty(others.Select(p => p.File));
    }

    // Pages of all modules share one tree of paths: of two files at one path only one is used, whichever came first.
    [Fact]
    public void No_two_projects_bring_a_view_at_the_same_path()
    {
        var twice = SourceTree.Files("platform", ".cshtml").Select(SourceTree.Relative)
            .Where(f => !f.EndsWith("_ViewImports.cshtml", StringComparison.Ordinal) && f.Contains("/Pages/", StringComparison.Ordinal))
            .GroupBy(f => f[f.IndexOf("/Pages/", StringComparison.Ordinal)..]).Where(g => g.Count() > 1).SelectMany(g => g);

        Assert.Empty(twice);
    }

    [Fact]
    public void Every_module_has_its_readme_and_its_module_class()
    {
        var missing = InstanceModules.All.Select(m => m.GetType().Name[..^"Module".Length])
            .SelectMany(n => new[] { $"platform/Modules/{n}/README.md", $"platform/Modules/{n}/{n}Module.cs" })
            .Where(path => !File.Exists(Path.Combine(Testing.TestFolder.RepositoryRoot, path)));

        Assert.Empty(missing);
    }

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold()
    {
        var sizes = SourceTree.Files("platform", ".cs", ".cshtml").Concat(SourceTree.Files("tools", ".cs")).Concat(SourceTree.Files("tests", ".cs"))
            .Select(f => (Lines: File.ReadLines(f).Count(), File: SourceTree.Relative(f))).OrderByDescending(f => f.Lines).ToList();
        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"{sizes.Count} files, median {sizes[sizes.Count / 2].Lines} lines; the longest:");
        sizes.Take(15).ToList().ForEach(f => output?.WriteLine($"{f.Lines,5} {f.File}"));

        Assert.DoesNotContain(sizes, f => f.Lines > LongestFile);
    }

    // The key store is a database of its own, with tables of its own.
    private static List<string> PrefixOf(string path) => path.StartsWith("platform/Modules/", StringComparison.Ordinal)
        ? [path.Split('/')[2].ToLowerInvariant() + "_"]
        : ["platform_", "keys_"];

    [GeneratedRegex(@"create\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex CreateTable();
}
