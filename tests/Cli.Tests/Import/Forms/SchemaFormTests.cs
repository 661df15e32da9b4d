using Platform.Testing;

namespace Platform.Cli.Tests.Import.Forms;

/// <summary>JSON Schemas of 2020-12 and draft-07.</summary>
public sealed class SchemaFormTests : IDisposable
{
    private readonly FormPack pack = new();

    [Fact]
    public void A_schema_of_2020_becomes_a_form()
    {
        var said = pack.Import(FormPack.Sample("business.schema.json"), "new-business");
        var form = pack.Form("new-business");

        Assert.Equal("carried: fields 21/23, required 13/15, conditions 4/6, repeats 2/2, files 2/2", said[^1]);
        Assert.Equal(
            [
                "not carried: matrix: the field: there is no question like 'array'",
                "not carried: registeredBy: the field: it is read-only: nobody is asked",
                "not carried: employees: the condition: nothing hangs on it but that an answer is required",
                "not carried: website: that it is required: only under a condition, while it is asked anyway: put it into 'must', or into 'when'",
                "not carried: website: the condition: nothing hangs on it but that an answer is required",
                "not carried: capital: that it is required: only under a condition, while it is asked anyway: put it into 'must', or into 'when'",
                "not carried: employees: the answer it begins with: 1",
                "not carried: website: that it is of the format 'uri'",
            ],
            said.Where(l => l.StartsWith("not carried", StringComparison.Ordinal)));
        Assert.Equal(["page_1", "address", "page_3"], form.Pages.Select(p => p.Id));
    }

    // Ten definitions, each of which asks ten times for the next: ten thousand millions of questions.
    [Theory]
    [InlineData("\"properties\": {\"a\": {\"$ref\": \"#/$defs/d0\"}}")]
    [InlineData("\"properties\": {\"a\": {\"type\": \"string\"}}, \"if\": {\"$ref\": \"#/$defs/d0\"}, \"then\": {\"properties\": {\"b\": {\"type\": \"string\"}}}")]
    public void A_small_schema_of_millions_of_questions_is_refused(string asked)
    {
        var defs = Enumerable.Range(0, 10).Select(d => $"\"d{d}\": {{\"properties\": {{{string.Join(", ", Enumerable.Range(0, 10).Select(p => $"\"p{p}\": {(d == 9 ? "{\"const\": 1}" : $"{{\"$ref\": \"#/$defs/d{d + 1}\"}}")}"))}}}}}");
        File.WriteAllText(pack["wide.json"], $"{{{asked}, \"$defs\": {{{string.Join(", ", defs)}}}}}");

        var (code, _, error) = Egov.Run("import", "form", pack["wide.json"], "--out", pack["here/services/wide.yaml"]);

        Assert.Equal(1, code);
        Assert.StartsWith("More than 10000 '$ref' would have to be followed", error, StringComparison.Ordinal);
        Assert.False(File.Exists(pack["here/services/wide.yaml"]));
    }

    // Nobody can answer a form without end; what follows such a definition by its references would not come back either.
    [Theory]
    [InlineData("""{"type": "object", "properties": {"name": {"type": "string"}, "child": {"$ref": "#"}}}""")]
    [InlineData("""{"properties": {"name": {"type": "string"}, "children": {"type": "array", "items": {"$ref": "#"}}}}""")]
    [InlineData("""{"properties": {"name": {"type": "string"}}, "oneOf": [{"$ref": "#"}]}""")]
    [InlineData("""{"properties": {"name": {"type": "string"}}, "if": {"$ref": "#/$defs/n"}, "then": {"properties": {"more": {"type": "string"}}}, "$defs": {"n": {"properties": {"c": {"$ref": "#/$defs/n"}}}}}""")]
    public void A_definition_that_holds_itself_is_carried_so_far_and_told(string schema)
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["endless.json"], $"{{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", {schema[1..]}");

        Assert.Contains(pack.Import(folder["endless.json"], "endless"), line => line.Contains("holds itself", StringComparison.Ordinal));
    }

    [Fact]
    public void If_then_else_are_conditions()
    {
        pack.Import(FormPack.Sample("business.schema.json"), "new-business");
        pack.Form("new-business");

        Assert.True(pack.Asks("board_size", ("legal_form", "company")));
        Assert.False(pack.Asks("board_size", ("legal_form", "sole")));
        Assert.True(pack.Asks("trading_name", ("legal_form", "sole")));
        Assert.False(pack.Asks("trading_name", ("legal_form", "company")));
        Assert.True(pack.Asks("farm_licence", ("sectors", new List<object?> { "farming" }), ("employees", 6)));
        Assert.False(pack.Asks("farm_licence", ("sectors", new List<object?> { "farming" }), ("employees", 5)));
        Assert.True(pack.Asks("vat_number", ("in_europe", false)));
        Assert.False(pack.Asks("vat_number"));
        Assert.True(pack.Asks("company_number", ("is_company", true)));
        Assert.False(pack.Asks("company_number", ("is_company", false)));
        Assert.False(pack.Question("company_number").Question.Optional);
    }

    [Fact]
    public void Limits_are_rules()
    {
        pack.Import(FormPack.Sample("business.schema.json"), "new-business");
        pack.Form("new-business");

        Assert.False(pack.Takes("capital", 1_000_000_000m));
        Assert.True(pack.Takes("capital", 999_999_999m));
        Assert.False(pack.Takes("postcode", "123456"));
        Assert.False(pack.Takes("business_name", "A"));
        Assert.False(pack.Takes("share", 0m));
    }

    [Fact]
    public void A_schema_of_draft_07_becomes_a_form()
    {
        var said = pack.Import(FormPack.Sample("complaint.draft-07.json"), "grievance");
        var form = pack.Form("grievance");

        Assert.Equal("carried: fields 9/10, required 5/6, conditions 4/5, repeats 1/1, files 0/0", said[^1]);
        Assert.Contains("not carried: copy: the field: its definition is not in the file", said);
        Assert.Contains("not carried: phone: the condition: nothing hangs on it but that an answer is required", said);
        Assert.True(pack.Asks("road_number", ("about", "road")));
        Assert.False(pack.Asks("road_number", ("about", "water")));
        Assert.True(pack.Asks("witnesses", ("about", "person")));
        Assert.True(pack.Asks("answer_by", ("contact", "a@b.example")));
        Assert.False(pack.Asks("answer_by"));
        Assert.Single(form.Pages);
    }

    public void Dispose() => pack.Dispose();
}
