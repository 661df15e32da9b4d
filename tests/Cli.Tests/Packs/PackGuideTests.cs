using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Packs;

/// <summary>What the guides in <c>templates/packs</c> say is so.</summary>
public sealed class PackGuideTests
{
    private static readonly string Packs = Path.Combine(TestFolder.RepositoryRoot, "templates/packs");
    private static readonly PackSchema Schema = new ServiceCollection().AddModules(new ConfigurationBuilder().Build(), Platform.Host.Modules.With()).Schema;

    [Fact]
    public void The_service_that_the_guide_shows_is_whole()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder["library/services"]);
        File.WriteAllText(folder["library/pack.yaml"], "name: library\nextends: starter\n");
        File.WriteAllText(folder["library/services/library-card.yaml"], Shown("id: library-card"));
        Copy(Path.Combine(Packs, "starter"), folder["starter"]);

        var result = new PackLoader(Schema).Load(folder["library"]);

        Assert.Empty(result.Problems.Concat(result.Warnings).Select(p => p.ToString()));
        Assert.NotNull(result.Pack!.Services.Find("library-card")!.StartPath);
    }

    [Fact]
    public void All_that_a_pack_can_name_of_the_modules_is_explained()
    {
        var guides = File.ReadAllText(Path.Combine(Packs, "README.md")) + File.ReadAllText(Path.Combine(Packs, "SECTIONS.md"));
        var named = Schema.Permissions.Concat(Schema.Questions.Keys).Concat(Schema.Facts.Keys);
        var headings = guides.Split('\n').Where(l => l.StartsWith("## ", StringComparison.Ordinal)).ToList();

        Assert.All(named, n => Assert.Contains($"`{n}`", guides, StringComparison.Ordinal));
        Assert.All(Schema.Sections, s => Assert.Contains(headings, h => h.Contains(s.Key, StringComparison.Ordinal)));
        Assert.All(Schema.Actions.Keys, v => Assert.Contains($"`{v}: ", guides, StringComparison.Ordinal));
    }

    private static string Shown(string start)
    {
        var guide = File.ReadAllText(Path.Combine(Packs, "README.md"));
        var from = guide.IndexOf(start, StringComparison.Ordinal);
        return guide[from..guide.IndexOf("```", from, StringComparison.Ordinal)];
    }

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }
}
