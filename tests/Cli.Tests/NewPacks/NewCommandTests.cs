using System.CommandLine;
using Platform.Cli.NewPacks;
using Platform.Cli.Packs;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.NewPacks;

/// <summary>A country that has two levels of areas where the pack below has three, and a list of bodies.</summary>
public sealed class NewCommandTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly string starter;

    public NewCommandTests()
    {
        starter = Path.Combine(folder.Path, "starter");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(starter, Path.GetRelativePath(Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(Areas, "code,parent,level,name_dz,name_en\n11,,dzongkhag,ཐིམ་ཕུ,Thimphu\n1101,11,gewog,,\"Chang, upper\"\n");
        File.WriteAllText(Organizations, "id,type,name_en,name_dz\nmoha,ministry,Ministry of Home Affairs,ནང་སྲིད་ལྷན་ཁག\n");
    }

    private string Areas => Path.Combine(folder.Path, "areas.csv");

    private string Organizations => Path.Combine(folder.Path, "organizations.csv");

    [Fact]
    public async Task A_country_with_areas_and_bodies_of_its_own_passes_the_check_at_once()
    {
        var (code, output, error) = await RunAsync("new", "e-bhutan", "--from", starter, "--languages", "dz,en", "--currency", "BTN", "--time-zone", "Asia/Thimphu", "--areas", Areas, "--organizations", Organizations);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("0 problems", output, StringComparison.Ordinal);
        var pack = Read("e-bhutan");
        Assert.Equal(("e-Bhutan", "BTN", "Asia/Thimphu"), (pack.Brand.Name.Source, pack.Currency.Code, pack.TimeZone.Id));
        Assert.Equal(["dz", "en"], pack.Languages);
        Assert.Equal(["dzongkhag", "gewog"], pack.AreaLevels.Select(l => l.Id));
        Assert.Equal("Chang, upper", pack.Areas.Find("1101")!.Name("en"));
        Assert.DoesNotContain(pack.Areas.All, a => a.Code.StartsWith('X'));
        Assert.Equal("ministry", pack.Organizations.Single(o => o.Id == "moha").Type.ToString().ToLowerInvariant());
        Assert.Contains("msgctxt \"organization/moha#name\"\nmsgid \"Ministry of Home Affairs\"\nmsgstr \"ནང་སྲིད་ལྷན་ཁག\"", File.ReadAllText(Path.Combine(folder.Path, "e-bhutan/locales/dz.po")), StringComparison.Ordinal);
        Assert.Contains("`birth-registration`: registry-office", File.ReadAllText(Path.Combine(folder.Path, "e-bhutan/README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_lists_the_invented_places_and_bodies_stay()
    {
        var (code, _, error) = await RunAsync("new", "e-tuvalu", "--from", starter, "--languages", "tvl,en", "--currency", "AUD", "--time-zone", "Pacific/Funafuti");

        Assert.Equal("", error.Replace("\r", "", StringComparison.Ordinal));
        Assert.Equal(0, code);
        Assert.NotNull(Read("e-tuvalu").Areas.Find("XA01"));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_nothing_is_written()
    {
        var (code, _, error) = await RunAsync("new", "E Bhutan", "--from", starter, "--languages", "dz,?", "--currency", "Nu", "--time-zone", "Thimphu", "--areas", "nowhere.csv");

        Assert.Equal(1, code);
        Assert.Equal(5, error.TrimEnd().Split('\n').Length);
        Assert.Equal(["starter"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_that_is_there_is_left_alone()
    {
        string[] words = ["new", "e-bhutan", "--from", starter, "--languages", "en", "--currency", "BTN", "--time-zone", "Asia/Thimphu"];
        await RunAsync(words);
        File.WriteAllText(Path.Combine(folder.Path, "e-bhutan/pack.yaml"), "mine");

        var (code, _, error) = await RunAsync(words);

        Assert.Equal(1, code);
        Assert.Contains("is there already", error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder.Path, "e-bhutan/pack.yaml")));
    }

    [Fact]
    public void What_was_not_given_is_asked()
    {
        using var typed = new StringReader("e-bhutan\ndz, en\nBTN\nAsia/Thimphu\n\n\n");
        using var shown = new StringWriter();

        var wish = NewPackQuestions.Ask(new(null, starter, null, null, null, null, null), typed, shown);

        Assert.Equal(new NewPackWish("e-bhutan", starter, "dz, en", "BTN", "Asia/Thimphu", null, null), wish);
        Assert.Empty(wish.Mistakes());
    }

    public void Dispose() => folder.Dispose();

    private Pack Read(string name)
    {
        var read = PackCheck.Load(Path.Combine(folder.Path, name), production: false);
        Assert.Empty(read.Problems);
        return read.Pack!;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] words)
    {
        using StringWriter output = new(), error = new();
        var code = await EgovCommand.Create().Parse(words).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
