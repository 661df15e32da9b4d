using System.CommandLine;
using System.Diagnostics;
using Platform.Cli.Packs;
using Platform.Core.Data;
using Platform.Core.Outbox;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Packs;

public sealed class PackCommandTests
{
    private static readonly string Starter = Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter");
    private static readonly string Laos = Path.Combine(TestFolder.RepositoryRoot, "templates/packs/e-laos");
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
        var (code, output, _) = await RunAsync("check", Laos);

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
    public async Task What_is_wrong_in_many_places_is_said_once_and_for_each_of_them_where_that_is_asked_for()
    {
        const string Sentence = "An example cannot be published";
        var each = Lines(await RunAsync("check", Starter, "--production", "--each")).Where(line => line.Contains(Sentence, StringComparison.Ordinal)).ToList();
        var lines = Lines(await RunAsync("check", Starter, "--production"));

        var said = Assert.Single(lines, line => line.Contains(Sentence, StringComparison.Ordinal));
        Assert.StartsWith($"in {each.Count} places: {Sentence}", said, StringComparison.Ordinal);
        Assert.Equal(each.Take(5).Select(line => "  " + line[..line.IndexOf(": An", StringComparison.Ordinal)]), lines.SkipWhile(line => line != said).Skip(1).Take(5));
        Assert.Contains($"  and {each.Count - 5} more; each of them: egov check {Starter} --production --each", lines);
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

        var (code, output, _) = await RunAsync(["pack", "activate", Starter, "--demonstration", .. place]);

        Assert.Contains("Release 1 of starter 1.0.0 is live.", output, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Equal("starter", (await new PackReleaseStore(database.Db, new Acts(database.Db, new OutboxRoutes(), database.Clock)).ActiveAsync())!.Name);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_earlier_release_is_made_live_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        string[] place = kind == DatabaseKind.Postgres ? ["--database", database.ConnectionString] : ["--data", database.Folder];
        await RunAsync(["pack", "activate", Starter, "--demonstration", .. place]);
        await RunAsync(["pack", "activate", Laos, "--demonstration", .. place]);

        var (code, output, _) = await RunAsync(["pack", "use", "1", "--demonstration", .. place]);
        var list = (await RunAsync(["pack", "releases", .. place])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal((0, "Release 1 of starter 1.0.0 is live.\n"), (code, output));
        Assert.Matches(@"^ +2 .+e-laos \S+$", list[0]);
        Assert.Matches(@"^ +1  live .+starter 1\.0\.0$", list[1]);
        var none = await RunAsync(["pack", "use", "3", .. place]);
        Assert.Equal((1, "There is no release of this number; list them with: egov pack releases\n"), (none.Code, none.Error));
    }

    [Fact]
    public async Task Examples_of_law_go_live_only_for_a_demonstration()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        Assert.Equal(1, (await RunAsync("pack", "activate", Starter, "--data", database.Folder)).Code);
        Assert.Equal(0, (await RunAsync("pack", "activate", Starter, "--demonstration", "--data", database.Folder)).Code);
        var (code, _, error) = await RunAsync("pack", "use", "1", "--data", database.Folder);
        Assert.Equal(1, code);
        Assert.EndsWith("What is live stays.\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_with_problems_does_not_go_live()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        Assert.Equal(1, (await RunAsync("pack", "activate", Mistakes, "--demonstration", "--data", database.Folder)).Code);
        Assert.Equal((0, ""), ((await RunAsync("pack", "releases", "--data", database.Folder)).Code, (await RunAsync("pack", "releases", "--data", database.Folder)).Output));
    }

    [Theory]
    [InlineData("activate", "templates/packs/starter", "--demonstration")]
    [InlineData("releases")]
    [InlineData("use", "1")]
    public async Task Where_there_is_no_instance_none_is_made(string command, params string[] args)
    {
        using var folder = new TestFolder();
        string[] there = [.. args.Select(a => a.Contains('/', StringComparison.Ordinal) ? Path.Combine(TestFolder.RepositoryRoot, a) : a)];
        var (code, _, error) = await RunAsync(["pack", command, .. there, "--data", folder["dmeo"]]);

        Assert.Equal((1, $"There is no instance in {folder["dmeo"]}. Give its place with --data, or --database where it is PostgreSQL.\n"), (code, error));
        Assert.False(Directory.Exists(folder["dmeo"]));
    }

    // As in a container: nothing but the environment says where things are.
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Stores_and_pack_are_taken_from_the_environment_of_the_host(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "egov.dll"), "pack", "activate", "--demonstration"]) { RedirectStandardOutput = true, WorkingDirectory = database.Folder };
        start.Environment["PLATFORM_pack"] = Laos;
        start.Environment["PLATFORM_database"] = database.ConnectionString;

        using var egov = Process.Start(start)!;
        var said = await egov.StandardOutput.ReadToEndAsync();
        await egov.WaitForExitAsync();

        Assert.Contains("Release 1 of e-laos", said, StringComparison.Ordinal);
    }

    private static string[] Lines((int Code, string Output, string Error) said) => said.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand { PackCommand.Create(), PackCommand.CreateCheck() };
        var code = await root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
