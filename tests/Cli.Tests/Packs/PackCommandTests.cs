using System.CommandLine;
using Platform.Cli.Packs;
using Platform.Core.Data;
using Platform.Core.Outbox;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Packs;

public sealed class PackCommandTests
{
    private static readonly string Starter = Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter");
    private static readonly string Mistakes = Path.Combine(TestFolder.RepositoryRoot, "tests/Cli.Tests/Packs/thirty-mistakes");

    [Fact]
    public async Task A_sound_pack_is_counted()
    {
        var (code, output, _) = await RunAsync("check", Starter);

        Assert.EndsWith("areas, 0 problems, 0 warnings", output.TrimEnd(), StringComparison.Ordinal);
        Assert.StartsWith("25 services, ", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Of_the_Lao_pack_only_villages_without_a_district_are_left_to_report()
    {
        var (code, output, _) = await RunAsync("check", Path.Combine(TestFolder.RepositoryRoot, "templates/packs/e-laos"));

        Assert.All(output.TrimEnd().ReplaceLineEndings("\n").Split('\n')[..^1], line => Assert.Contains("areas.csv", line, StringComparison.Ordinal));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Each_problem_is_printed_with_its_file_and_line()
    {
        var (code, output, _) = await RunAsync("pack", "check", Mistakes);

        Assert.Contains("thirty-mistakes/life-events.yaml:1: The key 'ikon' is not known here: did you mean 'icon'?", output, StringComparison.Ordinal);
        Assert.EndsWith(" warnings", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_in_one_sentence()
    {
        var (code, _, error) = await RunAsync("check", "nowhere");

        Assert.Equal((1, "There is no folder nowhere; give the folder that holds pack.yaml."), (code, error.TrimEnd()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Activate_makes_a_pack_live(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        string[] place = kind == DatabaseKind.Postgres ? ["--database", database.ConnectionString] : ["--data", database.Folder];

        var (code, output, _) = await RunAsync(["pack", "activate", Starter, .. place]);

        Assert.Contains("Release 1 of starter 1.0.0 is live.", output, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Equal("starter", (await new PackReleaseStore(database.Db, new Acts(database.Db, new OutboxRoutes(), database.Clock)).ActiveAsync())!.Name);
    }

    [Fact]
    public async Task A_pack_with_problems_does_not_go_live()
    {
        using var folder = new TestFolder();

        Assert.Equal(1, (await RunAsync("pack", "activate", Mistakes, "--data", folder["data"])).Code);
        Assert.False(Directory.Exists(folder["data"]));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand { PackCommand.Create(), PackCommand.CreateCheck() };
        var code = await root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
