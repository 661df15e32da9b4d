using Platform.Testing;

namespace Platform.Cli.Tests.Import.Forms;

public sealed class FormCommandTests : IDisposable
{
    private readonly FormPack pack = new();

    [Fact]
    public void A_new_service_is_whole_and_passes_the_check()
    {
        pack.Import(FormPack.Sample("complaint.draft-07.json"), "grievance");
        var check = Egov.Run("check", pack["here"]);

        Assert.Equal(0, check.Code);
        Assert.DoesNotContain("here/services", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_is_there_is_not_overwritten_unless_one_says_so_and_then_only_its_form()
    {
        pack.Import(FormPack.Sample("complaint.draft-07.json"), "grievance");
        var file = pack["here/services/grievance.yaml"];
        var mine = File.ReadAllText(file).Replace("title: Complaint\n", "title: Complaints  # mine\n", StringComparison.Ordinal);
        File.WriteAllText(file, mine);

        var refused = Egov.Run("import", "form", FormPack.Sample("business.schema.json"), "--out", file);
        Assert.Equal((1, $"{file} is there already; --overwrite replaces its form and leaves the rest.\n"), (refused.Code, refused.Error));
        Assert.Equal(mine, File.ReadAllText(file));

        pack.Import(FormPack.Sample("business.schema.json"), "grievance", "--overwrite");
        var now = File.ReadAllText(file);
        Assert.Contains("title: Complaints  # mine\n", now, StringComparison.Ordinal);
        Assert.Contains("id: business_name", now, StringComparison.Ordinal);
        Assert.Equal(mine[mine.IndexOf("workflow:", StringComparison.Ordinal)..], now[now.IndexOf("workflow:", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Languages_that_the_pack_has_not_are_told()
    {
        var said = pack.Import(FormPack.Sample("building-permit.formio.json"), "building-works");

        Assert.Contains("not carried: 7 texts in 'fr': the pack has no such language: add 'fr' to 'languages' in pack.yaml, and import again", said);
    }

    [Fact]
    public void Where_the_translations_cannot_be_read_nothing_is_written()
    {
        using var french = new FormPack("fr");
        Directory.CreateDirectory(french["here/locales"]);
        File.WriteAllText(french["here/locales/fr.po"], "msgid \"open\n");
        var import = Egov.Run("import", "form", FormPack.Sample("building-permit.formio.json"), "--out", french["here/services/building-works.yaml"], "--organization", "registry-office");

        Assert.Equal(1, import.Code);
        Assert.Equal($"{french["here"]} has mistakes, so that 7 texts in 'fr' would be left behind; nothing was written. Mend them first: egov check {french["here"]}\n", import.Error);
        Assert.False(File.Exists(french["here/services/building-works.yaml"]));
        Assert.False(Directory.Exists(french["here/.imports"]));
    }

    [Theory]
    [InlineData("{\"a\": 1}", "x.json is no form that can be imported: it has neither 'components' (form.io), 'pages' (XGov) nor 'properties' (JSON Schema).")]
    [InlineData("[1]", "x.json is no form: a JSON object is expected.")]
    [InlineData("{\"components\": []}", "x.json asks nothing that could be carried.")]
    public void What_is_no_form_is_said(string json, string message)
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["x.json"], json);
        var import = Egov.Run("import", "form", folder["x.json"], "--out", folder["a-service.yaml"]);

        Assert.Equal((1, message + "\n"), (import.Code, import.Error));
        Assert.False(File.Exists(folder["a-service.yaml"]));
    }

    public void Dispose() => pack.Dispose();
}
