using Platform.Cli.Releases;
using Platform.Cli.Releases.Sources;

namespace Platform.Cli.Tests.Releases;

/// <summary>Where a text names a pack that stays behind, and where it only looks like it.</summary>
public sealed class PackNamesTests : IDisposable
{
    private static readonly PackNames Names = new(["demo-land", "base"], ["demo", "demo-land-old"]);

    private readonly Ministry ministry = new();

    public void Dispose() => ministry.Dispose();

    [Theory]
    [InlineData("egov check templates/packs/demo", "egov check templates/packs/demo-land")]
    [InlineData("DEMO-1.0.0.egov, egov@demo, portal-demo", "demo-land-1.0.0.egov, egov@demo-land, portal-demo-land")]
    [InlineData("what demo-land-old had", "what demo-land had")]
    [InlineData("demo-land", "demo-land")]
    [InlineData("a demonstration, demos, --demo, demo2", "a demonstration, demos, --demo, demo2")]
    public void Whole_names_are_replaced_and_nothing_else(string text, string replaced) => Assert.Equal(replaced, Names.Replace(text, "demo-land"));

    [Theory]
    [InlineData("var demo = Demo(); // as demo does", "var demo = Demo(); // as demo-land does")]
    [InlineData("/* demo */ demo.Run(\"a \\\" demo\", '\"', demo)", "/* demo-land */ demo.Run(\"a \\\" demo-land\", '\"', demo)")]
    [InlineData("x = @\"C:\\demo\\\" + demo;", "x = @\"C:\\demo-land\\\" + demo;")]
    [InlineData("x = \"\"\"\n  \"demo\"\n  \"\"\" + demo;", "x = \"\"\"\n  \"demo-land\"\n  \"\"\" + demo;")]
    public void In_code_only_where_it_is_text(string code, string replaced) => Assert.Equal(replaced, Names.ReplaceInCode(code, "demo-land"));

    // With a pack "demo" beside it, settings["demo"] would become a setting that nobody makes.
    [Fact]
    public void A_pack_that_is_called_like_something_in_the_platform_is_refused()
    {
        var repository = new SmallRepository(Directory.CreateDirectory(ministry["repository"]).FullName);
        repository.Write("platform/Host/Settings.cs", "// like trial\nvar pack = \"templates/packs/trial\"; var demo = settings[\"demo\"];\n");
        var sources = SourceFiles.Read(ministry["repository"], allowChanges: true);

        Assert.Contains("The pack demo beside this one", Assert.Throws<ReleaseBuildException>(() => Names.DemandApart(sources)).Message, StringComparison.Ordinal);
        new PackNames(["base"], ["trial"]).DemandApart(sources);
    }
}
