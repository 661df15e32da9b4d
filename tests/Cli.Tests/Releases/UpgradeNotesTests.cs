using Platform.Cli.Packs;
using Platform.Cli.Releases;
using Platform.Cli.Releases.Sources;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>What those read who come from an earlier version.</summary>
public sealed class UpgradeNotesTests : IDisposable
{
    private const string Services = "templates/packs/starter/services";

    private static readonly Pack Starter = PackCheck.Load(Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter"), production: false).Pack!;

    private readonly TestFolder folder = new();
    private readonly SmallRepository repository;

    public UpgradeNotesTests()
    {
        repository = new(folder.Path);
        repository.Write("platform/Modules/Cases/Migrations/0001_cases.sql", "select 1;\n");
        repository.Commit();
        repository.Write("platform/Modules/Cases/Migrations/0002_more.sql", "select 2;\n");
        repository.Write($"{Services}/another.yaml", File.ReadAllText(folder[$"{Services}/residence-certificate.yaml"]).Replace("id: residence-certificate", "id: another", StringComparison.Ordinal));
        repository.Write($"{Services}/birth-registration.yaml", File.ReadAllText(folder[$"{Services}/birth-registration.yaml"]) + "# changed\n");
        File.Delete(folder[$"{Services}/driving-licence-renewal.yaml"]);
        repository.Commit();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void They_say_what_came_since_the_release_before()
    {
        var notes = Notes(new(null, new EarlierSources(folder.Path, "HEAD~1")));

        Assert.StartsWith("# starter 1.1.0\n", notes, StringComparison.Ordinal);
        Assert.Contains("## Services since 1.0.0\n\n- new: `another`\n- changed: `birth-registration`\n- gone: `driving-licence-renewal`\n", notes, StringComparison.Ordinal);
        Assert.Contains("0002_more.sql", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("0001_cases.sql", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_they_name_all_migrations_and_say_so()
    {
        var notes = Notes(new(null, null));

        Assert.Contains("Whatever version an instance comes from", notes, StringComparison.Ordinal);
        Assert.Contains("0001_cases.sql`\n- `platform/Modules/Cases/Migrations/0002_more.sql", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_that_nobody_knows_is_told() =>
        Assert.Contains("no commit v0.9", Assert.Throws<ReleaseBuildException>(() => new EarlierSources(folder.Path, "v0.9")).Message, StringComparison.Ordinal);

    private string Notes(UpgradeNotes notes) => notes.Of(
        Starter with { Version = "1.1.0" }, ["starter"], SourceFiles.Read(folder.Path, allowChanges: false).Paths.ToList());
}
