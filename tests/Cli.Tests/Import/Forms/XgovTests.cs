using NodaTime;

namespace Platform.Cli.Tests.Import.Forms;

/// <summary>A form of the UK's digital-form-builder: pages that part and meet again, a repeated section, a way back, a page that was forgotten.</summary>
public sealed class XgovTests : IDisposable
{
    private readonly FormPack pack = new();
    private readonly IReadOnlyList<string> said;

    public XgovTests()
    {
        said = pack.Import(FormPack.Sample("blue-badge.xgov.json"), "parking-permit");
        pack.Form("parking-permit");
    }

    [Fact]
    public void The_last_line_counts_what_is_carried() =>
        Assert.Equal("carried: fields 18/20, required 14/16, conditions 6/7, repeats 2/2, files 2/2", said[^1]);

    [Fact]
    public void What_is_not_carried_has_a_line_with_its_reason() => Assert.Equal(
        [
            "not carried: Never used: the condition: no page hangs on it",
            "not carried: aids: the field: there is no question like a 'RepeatingFieldOfTomorrow'",
            "not carried: aids: that it is required: there is no question like a 'RepeatingFieldOfTomorrow'",
            "not carried: fax: the field: no page leads to /forgotten",
            "not carried: fax: that it is required: no page leads to /forgotten",
            "not carried: /urgent: the way back to /reasons: a form goes forward only",
            "not carried: intro: a note on the page (Para)",
            "not carried: model: the list 'models' is not in the file: it is asked as text",
            "not carried: details: at most 300 words",
            "not carried: outputs: 1 outputs of the other system: say them in the workflow and in 'fees'",
            "not carried: declaration: the words before sending: add a question of the type declaration: \"What I have said is true.\"",
        ],
        said.Where(l => l.StartsWith("not carried", StringComparison.Ordinal)));

    [Fact]
    public void Where_ways_meet_again_nothing_hangs_on_them()
    {
        Assert.Null(pack.Form("parking-permit").Page("who")!.When);
        Assert.Null(pack.Form("parking-permit").Page("documents")!.When);
    }

    [Fact]
    public void A_page_is_asked_where_a_way_leads_to_it()
    {
        Assert.True(pack.AsksPage("not_here", ("uk_resident", false)));
        Assert.False(pack.AsksPage("not_here", ("uk_resident", true)));
        Assert.True(pack.AsksPage("organisation", ("applying_for", "organisation"), ("date_of_birth", new LocalDate(1980, 1, 1))));
        Assert.True(pack.AsksPage("reasons", ("applying_for", "myself"), ("date_of_birth", new LocalDate(1980, 1, 1))));
        Assert.False(pack.AsksPage("reasons", ("applying_for", "organisation"), ("date_of_birth", new LocalDate(1980, 1, 1))));
    }

    [Theory]
    [InlineData(2012, "myself", true)]
    [InlineData(2012, "organisation", false)]
    [InlineData(1980, "myself", false)]
    public void A_date_is_told_from_the_day_of_filing(int year, string who, bool child) =>
        Assert.Equal(child, pack.AsksPage("guardian", ("applying_for", who), ("date_of_birth", new LocalDate(year, 1, 1))));

    [Theory]
    [InlineData(0, "", true)]
    [InlineData(40, "a long story", true)]
    [InlineData(40, "short", false)]
    [InlineData(60, "a long story", false)]
    public void A_condition_may_name_another_and_hold_brackets(int metres, string details, bool asks) =>
        Assert.Equal(asks, pack.AsksPage("urgent", ("reasons", new List<object?> { "walking" }), ("metres", metres), ("details", details), ("applying_for", "myself"), ("date_of_birth", new LocalDate(1980, 1, 1))));

    [Fact]
    public void A_section_that_repeats_by_a_number_must_have_that_number()
    {
        var one = new Dictionary<string, object?> { ["plate"] = "A", ["model"] = null };

        Assert.True(pack.Takes("fleet_items", new List<object?> { one, one }, ("vehicles", 2)));
        Assert.False(pack.Takes("fleet_items", new List<object?> { one }, ("vehicles", 2)));
    }

    [Fact]
    public void Hints_of_lists_and_questions_are_carried()
    {
        var yaml = File.ReadAllText(pack["here/services/parking-permit.yaml"]);

        Assert.Contains("{id: organisation, label: An organisation, hint: That cares for disabled people}", yaml, StringComparison.Ordinal);
        Assert.Contains("hint: As in the passport", yaml, StringComparison.Ordinal);
    }

    public void Dispose() => pack.Dispose();
}
