using NodaTime;
using Platform.Cli.Import.Sources;

namespace Platform.Cli.Tests.Import.Forms;

/// <summary>A household survey as XLSForm in two languages: the sheets stand beside this as CSV, so that a reader sees them.</summary>
public sealed class XlsFormTests : IDisposable
{
    private readonly FormPack pack = new("lo");
    private readonly IReadOnlyList<string> said;

    public XlsFormTests()
    {
        Xlsx.Write(pack["household.xlsx"], Sheet("survey"), Sheet("choices"), Sheet("settings"));
        said = pack.Import(pack["household.xlsx"], "household");
        pack.Form("household");
    }

    [Fact]
    public void The_last_line_counts_what_is_carried() =>
        Assert.Equal("carried: fields 19/21, required 14/15, conditions 7/8, repeats 1/1, files 2/3", said[^1]);

    [Fact]
    public void What_is_not_carried_has_a_line_with_its_reason() => Assert.Equal(
        [
            "not carried: place: the field: there is no question like 'geopoint'",
            "not carried: place: that it is required: there is no question like 'geopoint'",
            "not carried: message: the field: there is no question like 'audio'",
            "not carried: message: the file: there is no question like 'audio'",
            "not carried: pulled: the condition: pulldata('codes', 'x', 'y', ${head_name}) = '1': the function pulldata() has no counterpart",
            "not carried: the column media::image: nothing here is like it",
            "not carried: start: 'start': the platform keeps its own record of who filed what and when",
            "not carried: deviceid: 'deviceid': the platform keeps its own record of who filed what and when",
            "not carried: thanks: a note between questions: \"Thank you so far\"",
            "not carried: district: that its choices hang on another answer: province = ${head_name}",
        ],
        said.Where(l => l.StartsWith("not carried", StringComparison.Ordinal)));

    [Fact]
    public void Groups_are_pages_and_what_stands_between_them_too() =>
        Assert.Equal(["household", "page_2", "proof"], pack.Form("household").Pages.Select(p => p.Id));

    [Theory]
    [InlineData("yes", 0.5, true)]
    [InlineData("yes", 0.4, false)]
    [InlineData("no", 5.0, false)]
    public void What_a_group_hangs_on_its_questions_hang_on(string owns, double area, bool asks) => Assert.Equal(asks, pack.Asks("crops", ("owns_land", owns), ("land_area", (decimal)area)));

    [Fact]
    public void Choices_among_several_are_looked_for()
    {
        Assert.True(pack.Asks("other_crop", ("owns_land", "yes"), ("land_area", 1m), ("crops", new List<object?> { "rice", "other" })));
        Assert.False(pack.Asks("other_crop", ("owns_land", "yes"), ("land_area", 1m), ("crops", new List<object?> { "rice" })));
        Assert.False(pack.Asks("rice_harvest", ("owns_land", "yes"), ("land_area", 1m), ("crops", new List<object?> { "rice", "none" })));
    }

    [Fact]
    public void Constraints_are_rules_and_say_their_words()
    {
        Assert.False(pack.Takes("head_birth", new LocalDate(2030, 1, 1)));
        Assert.True(pack.Takes("land_area", 12m));
        Assert.False(pack.Takes("land_area", 1000m));
        Assert.False(pack.Takes("phone", "1234567"));
        Assert.Equal("Eight figures", pack.Question("phone").Question.Error!.Value.Source);
    }

    [Fact]
    public void What_is_calculated_is_computed_by_the_same_days() => Assert.Equal(45m, pack.Value("head_age", ("head_birth", new LocalDate(1980, 6, 15))));

    [Fact]
    public void A_repeat_is_a_group_and_its_count_a_rule()
    {
        var person = new Dictionary<string, object?> { ["person_name"] = "x", ["person_age"] = 7, ["relation"] = "option_1", ["school"] = null };

        // "person" is a fact of the platform, so that no question can have this name.
        Assert.True(pack.Asks("person_2", ("members", 2)));
        Assert.False(pack.Asks("person_2", ("members", 1)));
        Assert.True(pack.Takes("person_2", new List<object?> { person }, ("members", 2)));
        Assert.False(pack.Takes("person_2", new List<object?> { person }, ("members", 4)));
        Assert.True(pack.Asks("school", ("person_age", 7), ("relation", "option_1")));
        Assert.False(pack.Asks("school", ("person_age", 7), ("relation", "other")));
        Assert.False(pack.Asks("school", ("person_age", 16), ("relation", "option_1")));
    }

    [Theory]
    [InlineData(5, 30, true)]
    [InlineData(2, 60, true)]
    [InlineData(2, 59, false)]
    public void A_choice_between_two_values_is_FEEL_too(int members, int age, bool asks) => Assert.Equal(asks, pack.AsksPage("proof", ("members", members), ("head_age", age)));

    [Fact]
    public void Both_languages_are_there()
    {
        var texts = pack.Pack().Texts;

        Assert.Equal("ຊື່ຫົວໜ້າຄົວເຮືອນ", texts.Get("lo", pack.Question("head_name").Question.Label).Value);
        Assert.Equal("Name of the head of the household", texts.Get("en", pack.Question("head_name").Question.Label).Value);
        Assert.Contains("msgctxt \"service/household#form.household.crops.options.rice.label\"", File.ReadAllText(pack["here/locales/lo.po"]), StringComparison.Ordinal);
    }

    public void Dispose() => pack.Dispose();

    private static (string Name, IReadOnlyList<IReadOnlyList<string>> Rows) Sheet(string name)
    {
        var table = CsvTable.Read(FormPack.Sample($"household.xlsform/{name}.csv"));
        return (name, [[.. table.Columns!], .. table.Rows.Select(r => (IReadOnlyList<string>)[.. table.Columns!.Select(c => r.First(c) ?? "")])]);
    }
}
