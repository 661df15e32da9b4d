namespace Platform.Cli.Tests.Import.Forms;

/// <summary>A wizard of form.io with everything that it has, and with what cannot be carried.</summary>
public sealed class FormIoTests : IDisposable
{
    private readonly FormPack pack = new("fr");
    private readonly IReadOnlyList<string> said;

    public FormIoTests()
    {
        said = pack.Import(FormPack.Sample("building-permit.formio.json"), "building-works");
        pack.Form("building-works");
    }

    [Fact]
    public void The_last_line_counts_what_is_carried() =>
        Assert.Equal("carried: fields 21/23, required 15/16, conditions 7/8, repeats 2/2, files 2/2", said[^1]);

    [Fact]
    public void What_is_not_carried_has_a_line_with_its_reason() => Assert.Equal(
        [
            "not carried: signature: the field: there is no question like a 'signature'",
            "not carried: signature: that it is required: there is no question like a 'signature'",
            "not carried: source: the field: it is hidden: nobody is asked",
            "not carried: complicated: the condition: it is a program in JavaScript: if (moment(data.start).isAfter(moment())) { show = true; } else { show = false; }",
            "not carried: intro: a note between questions: \"You can stop at any time .\"",
            "not carried: district: what can be chosen comes from elsewhere (url): it is asked as text",
            "not carried: fee: 'calculateValue': value = data.value * 0.01;",
        ],
        said.Where(l => l.StartsWith("not carried", StringComparison.Ordinal)));

    [Fact]
    public void Panels_are_pages_and_frames_inside_them_are_not()
    {
        var form = pack.Form("building-works");

        Assert.Equal(["applicant", "building", "neighbours"], form.Pages.Select(p => p.Id));
        Assert.Equal(["applicant_type", "company_name", "company_number", "email", "phone_number"], form.Pages[0].Questions.Select(q => q.Id));
    }

    [Fact]
    public void Types_limits_and_choices_are_those_of_packs()
    {
        var yaml = File.ReadAllText(pack["here/services/building-works.yaml"]);

        Assert.Contains("{id: phone_number, type: phone, label: Telephone}", yaml, StringComparison.Ordinal);
        Assert.Contains("{id: email, type: email, label: E-mail, optional: true}", yaml, StringComparison.Ordinal);
        Assert.Contains("{id: value, type: money, label: What it costs, optional: true, min: 0}", yaml, StringComparison.Ordinal);
        Assert.Contains("        min: 1\n        max: 40\n        whole: true\n", yaml, StringComparison.Ordinal);
        Assert.Contains("max-size: 20 MB", yaml, StringComparison.Ordinal);
        Assert.Contains("{id: truth, type: declaration, label: All this is true}", yaml, StringComparison.Ordinal);
        Assert.True(pack.Takes("company_number", "12345678"));
        Assert.False(pack.Takes("company_number", "123456789"));
        Assert.False(pack.Takes("protection_reason", "too short"));
    }

    [Theory]
    [InlineData("company", "Acme", true)]
    [InlineData("company", null, false)]
    [InlineData("person", "Acme", false)]
    [InlineData(null, null, false)]
    public void Simple_conditions_say_the_same(string? type, string? name, bool asks) =>
        Assert.Equal(asks, pack.Asks("company_number", ("applicant_type", type), ("company_name", name)));

    [Theory]
    [InlineData("new", true)]
    [InlineData("extension", true)]
    [InlineData("demolition", false)]
    public void A_script_that_only_compares_is_carried(string works, bool asks) => Assert.Equal(asks, pack.Asks("storeys", ("works", new List<object?> { works })));

    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    [InlineData(null, false)]
    public void What_a_frame_hangs_on_its_questions_hang_on(int? storeys, bool asks)
    {
        Assert.Equal(asks, pack.Asks("engineer", ("storeys", storeys)));
        Assert.Equal(asks, pack.Asks("calculation", ("storeys", storeys)));
    }

    [Fact]
    public void A_page_is_hidden_where_the_condition_says_so()
    {
        Assert.False(pack.AsksPage("neighbours", ("works", new List<object?> { "demolition" })));
        Assert.True(pack.AsksPage("neighbours", ("works", new List<object?> { "new" })));
        Assert.True(pack.AsksPage("neighbours"));
    }

    [Fact]
    public void A_grid_is_a_group_whose_rows_have_conditions_of_their_own()
    {
        var group = pack.Question("neighbour_list");

        Assert.Equal(["neighbour_name", "agrees", "objection"], group.Items.Select(i => i.Id));
        Assert.False(group.Question.Optional);
        Assert.True(pack.Asks("objection", ("agrees", false)));
        Assert.False(pack.Asks("objection", ("agrees", true)));
        Assert.Equal("group", Type("plans"));
    }

    [Fact]
    public void Translations_beside_the_form_go_into_the_language_of_the_pack()
    {
        var texts = pack.Pack().Texts;

        Assert.Equal("Vous demandez en tant que", texts.Get("fr", pack.Question("applicant_type").Question.Label).Value);
        Assert.Equal("Le bâtiment", texts.Get("fr", pack.Form("building-works").Page("building")!.Title!.Value).Value);
    }

    public void Dispose() => pack.Dispose();

    private string Type(string question) => pack.Question(question).Question.GetType().Name.Replace("Question", "", StringComparison.Ordinal).ToLowerInvariant();
}
