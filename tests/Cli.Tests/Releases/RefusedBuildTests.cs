using Platform.Cli.Packs;
using Platform.Core.Texts;

namespace Platform.Cli.Tests.Releases;

/// <summary>What <c>egov release build</c> refuses before it compiles anything.</summary>
public sealed class RefusedBuildTests : IDisposable
{
    private const string PackFile = "templates/packs/starter/pack.yaml";

    private readonly Ministry ministry = new();
    private readonly SmallRepository repository;

    public RefusedBuildTests() => repository = new(Directory.CreateDirectory(ministry["repository"]).FullName);

    public void Dispose() => ministry.Dispose();

    [Fact]
    public void A_public_text_without_a_wording_in_a_language_of_the_pack()
    {
        var pack = File.ReadAllText(ministry[$"repository/{PackFile}"]);
        repository.Write(PackFile, pack.Replace("languages: [en]", "languages: [en, fr]", StringComparison.Ordinal));
        repository.Commit();

        var said = Refused("repository/templates/packs/starter");

        Assert.Matches(@"[0-9]{3,} public texts have no wording in a language of the pack:\n.+: '.+' has no wording in 'fr'\.", said);
        // What the pack says itself counts, and not the interface alone.
        Assert.Contains($"{TextGate.Of(PackCheck.Load(ministry["repository/templates/packs/starter"], production: false).Pack!, ministry["repository/locales"]).Languages[1].Missing.Count} public texts", said, StringComparison.Ordinal);
    }

    // An 'egov new --from ../packs/starter' makes exactly this.
    [Fact]
    public void A_pack_that_is_not_in_the_repository()
    {
        Directory.CreateDirectory(ministry["elsewhere"]);
        Directory.Move(ministry["repository/templates/packs/starter"], ministry["elsewhere/starter"]);
        repository.Commit();

        Assert.Contains("The pack starter that was checked is not the one that would leave: pack.yaml", Refused("elsewhere/starter"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_of_which_git_ignores_a_file()
    {
        repository.Write(".gitignore", "bin/\nobj/\nnode_modules/\n*.local.md\n");
        repository.Write("templates/packs/starter/content/about.local.md", "# About\n");
        repository.Commit();

        Assert.Contains("content/about.local.md is another in templates/packs/starter of the repository", Refused("repository/templates/packs/starter"), StringComparison.Ordinal);
    }

    private string Refused(string pack) => ministry.Run(1, "build", ministry[pack], "--root", ministry["repository"], "--key", ministry.Key, "-o", ministry["refused.egov"]);
}
