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
        folder.TakePack("starter");
        starter = folder["starter"];
        File.WriteAllText(Areas, "code,parent,level,name_dz,name_en\n11,,dzongkhag,ཐིམ་ཕུ,Thimphu\n1101,11,gewog,,\"Chang, upper\"\n");
        File.WriteAllText(Organizations, "id,type,name_en,name_dz\nmoha,ministry,Ministry of Home Affairs,ནང་སྲིད་ལྷན་ཁག\n");
    }

    private string[] Bhutan => ["new", "e-bhutan", "--from", starter, "--languages", "en", "--currency", "BTN", "--time-zone", "Asia/Thimphu"];

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
        Assert.Equal(6, error.TrimEnd().Split('\n').Length);
        Assert.EndsWith("Nothing was written.\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(["starter"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("", "areas.csv: the first line must name the columns code, parent, level and name_ with a language tag, as code,parent,level,name_dz,name_en; it reads ''.")]
    [InlineData("code,parent,name_en\n11,,Thimphu\n", "areas.csv: the first line must name the columns code, parent, level and name_ with a language tag, as code,parent,level,name_dz,name_en; it reads 'code,parent,name_en'.")]
    [InlineData("code,parent,level,name_en\n", "areas.csv holds no area: write one on each line below the first, or leave the list out for the invented ones of starter.")]
    [InlineData("code,parent,level,name_en\n11,,,Thimphu\n", "areas.csv:2: the area has no level: write what it is, as province.")]
    [InlineData("code,parent,level,name_en\n11,,Sub district,Thimphu\n", "areas.csv:2: 'Sub district' cannot be a level: write small letters, digits and '_', beginning with a letter, as sub_district.")]
    [InlineData("code;parent;level;name_en\n11;;dzongkhag;Thimphu\n11;;dzongkhag;Paro\n12;10;gewog;Chang\n", "areas.csv:2: the code '11' stands in several rows: give each area its own.", "areas.csv:3: the code '11'", "areas.csv:4: no row has the code '10', in which the area is said to lie: correct 'parent'.")]
    [InlineData("code,parent,level,name_en\n11,,dzongkhag,Thimphu, upper\n", "areas.csv:2: the row has 5 values, but there are 4 columns")]
    [InlineData("code,parent,level,name_en\n11,,dzongkhag,\"Thimphu\n", "areas.csv:2: This is not CSV")]
    public async Task What_is_wrong_in_the_list_of_areas_is_told_with_its_line(string list, params string[] told)
    {
        File.WriteAllText(Areas, list);
        var (code, _, error) = await RunAsync([.. Bhutan, "--areas", Areas]);

        Assert.Equal(1, code);
        Assert.All(told, sentence => Assert.Contains(sentence, error, StringComparison.Ordinal));
        Assert.Equal(told.Length + 1, error.TrimEnd().Split('\n').Length);
        Assert.Equal([starter], Directory.GetDirectories(folder.Path));
    }

    [Theory]
    [InlineData("id,name_dz\nmoha,ནང་སྲིད\n", "organizations.csv: the first line must name the columns id and name_en, in which the pack is written; it reads 'id,name_dz'.")]
    [InlineData("id;name_en\nmoha;\n;Ministry\nMoha;Ministry\n", "organizations.csv:2: the organization has no name: write it in the column name_en.", "organizations.csv:3: the organization has no id", "organizations.csv:4: 'Moha' cannot be an id")]
    [InlineData("id,name_en,parent\nmoha,Ministry,nobody\n", "e-bhutan/organizations.yaml:")]
    public async Task What_is_wrong_in_the_list_of_bodies_is_told_and_the_corrected_one_is_taken(string list, params string[] told)
    {
        File.WriteAllText(Organizations, list);
        var (code, _, error) = await RunAsync([.. Bhutan, "--organizations", Organizations]);

        Assert.Equal(1, code);
        Assert.All(told, sentence => Assert.Contains(sentence, error, StringComparison.Ordinal));
        Assert.Equal([starter], Directory.GetDirectories(folder.Path));
        File.WriteAllText(Organizations, "id,name_en\nmoha,Ministry\n");
        Assert.Equal(0, (await RunAsync([.. Bhutan, "--organizations", Organizations])).Code);
    }

    [Fact]
    public async Task A_list_with_semicolons_as_half_the_world_saves_it_is_taken()
    {
        File.WriteAllText(Areas, "\uFEFFcode;parent;level;name_en\r\n11;;dzongkhag;\"Thimphu; upper\"\r\n");
        var (code, _, error) = await RunAsync([.. Bhutan, "--areas", Areas]);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("Thimphu; upper", Read("e-bhutan").Areas.Find("11")!.Name("en"));
    }

    [Fact]
    public async Task A_folder_that_is_there_is_left_alone()
    {
        await RunAsync(Bhutan);
        File.WriteAllText(Path.Combine(folder.Path, "e-bhutan/pack.yaml"), "mine");

        var (code, _, error) = await RunAsync(Bhutan);

        Assert.Equal(1, code);
        Assert.Contains("is there already", error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder.Path, "e-bhutan/pack.yaml")));
    }

    [Fact]
    public void What_was_not_given_is_asked()
    {
        using var typed = new StringReader("e-bhutan\ndz, en\nBTN\nAsia/Thimphu\n\n\n");
        using var shown = new StringWriter();

        var wish = new NewPackQuestions(typed, shown).Ask(new(null, starter, null, null, null, null, null));

        Assert.Equal(new NewPackWish("e-bhutan", starter, "dz, en", "BTN", "Asia/Thimphu", null, null), wish);
        Assert.Empty(wish.Mistakes());
    }

    [Fact]
    public void An_answer_that_cannot_be_is_told_at_once_and_asked_for_again()
    {
        using var typed = new StringReader($"E Bhutan\ne-bhutan\ndz;en\ndz,en\nNu\nBTN\nThimphu\nAsia/Thimphu\nnowhere.csv\n{Areas}\n\n");
        using var shown = new StringWriter();

        var wish = new NewPackQuestions(typed, shown).Ask(new(null, starter, null, null, null, null, null));

        Assert.Equal(new NewPackWish("e-bhutan", starter, "dz,en", "BTN", "Asia/Thimphu", Areas, null), wish);
        Assert.Matches("Name of the pack, as e-bhutan: 'E Bhutan' cannot be .+\nName of the pack", shown.ToString().ReplaceLineEndings("\n"));
        Assert.Equal(5, shown.ToString().TrimEnd().Split('\n').Length - 1);
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
