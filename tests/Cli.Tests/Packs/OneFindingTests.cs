using System.CommandLine;
using Platform.Cli.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Packs;

/// <summary>Mistakes on which much else hangs: one of them in the starter pack is one finding, and not one more for each thing that hangs on it.</summary>
public sealed class OneFindingTests : IDisposable
{
    private const string Residence = "services/residence-certificate.yaml";
    private const string Business = "services/business-registration.yaml";
    private const string Birth = "services/birth-registration.yaml";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("pack.yaml", "area-levels:", "area-level:", "did you mean 'area-levels'?")]
    [InlineData("pack.yaml", "{id: village, title: Village}", "{id: vilage, title: Village}", "The level 'village', here and in 6 further rows,")]
    [InlineData("pack.yaml", "{id: given, label", "{id: Given, label", "'Given' is not an id")]
    [InlineData("pack.yaml", "{given} {family}", "{given} {famly}", "'famly' is no part of a name: use one of {given}, {family}.")]
    [InlineData("pack.yaml", "payments, notices,", "payments, notises,", "There is no module 'notises': did you mean 'notices'?")]
    [InlineData("pack.yaml", "brand:\n  name", "brnd:\n  name", "did you mean 'brand'?")]
    [InlineData("pack.yaml", "surface: \"#ffffff\"", "surface: \"#5a5a5a\"", "on 'surface' has a contrast")]
    [InlineData("pack.yaml", "muted: \"#4c5a67\"", "muted: \"#9aa5b0\"", "'muted' on 'surface-raised' has a contrast")]
    [InlineData("pack.yaml", "accent: \"#1d6b4f\"", "accent: green", "'green' is not a colour")]
    [InlineData("pack.yaml", "version: 1.0.0", "version 1.0.0", "This is not valid YAML")]
    [InlineData("organizations.yaml", "- {id: tax-office,", "- {id: tax-office, [", "This is not valid YAML")]
    [InlineData("roles.yaml", "cases.take, cases.decide, documents.view]\n- id: senior", "cases.take, cases.decid, documents.view]\n- id: senior", "did you mean 'cases.decide'?")]
    [InlineData(Residence, "\norganization:", "\norganisation:", "did you mean 'organization'?")]
    [InlineData(Residence, "\naudience:", "\naudiences:", "did you mean 'audience'?")]
    [InlineData(Residence, "\nform:", "\nfom:", "did you mean 'form'?")]
    [InlineData(Residence, "\nworkflow:", "\nworkflw:", "did you mean 'workflow'?")]
    [InlineData(Residence, "id: tenure\n", "id: Tenure\n", "'Tenure' is not an id")]
    [InlineData(Residence, "{id: urgent, type: yes-no", "{id: urgent, type: yesno", "There is no question type 'yesno'")]
    [InlineData(Residence, "to: review, by: [clerk", "too: review, by: [clerk", "did you mean 'to'?")]
    [InlineData(Residence, "to: review, by: [clerk", "to: checking, by: [clerk", "The workflow has no state 'checking'")]
    [InlineData(Residence, "to: submitted, by: applicant", "to: submitted, by: aplicant", "There is no role 'aplicant'")]
    [InlineData(Residence, "queue: new\n    deadline: 1 working day\n    actions:", "queue: new\n    deadline: 1 working day\n    acions:", "did you mean 'actions'?")]
    [InlineData(Residence, "{title: Withdrawn, final: true}", "{title: Withdrawn, finl: true}", "did you mean 'final'?")]
    [InlineData(Residence, "{title: Withdrawn, final: true}", "{title: Withdrawn}", "Nothing leads out of the state 'withdrawn'")]
    [InlineData(Residence, "level: village, icon: map-pin", "level: village, icon: mappin", "There is no icon 'mappin': did you mean 'map-pin'?")]
    [InlineData(Business, "type: choice, label: Citizenship, choices: citizenship", "type: choices, label: Citizenship, choices: citizenship", "'owner_citizenship' does not fit into a cell of the table 'owners'")]
    [InlineData(Business, "min: 2\n        max: 20", "min: 21\n        max: 20", "'min' is 21 and 'max' is 20: nobody can answer 'owners'.")]
    [InlineData(Birth, "issue-document: birth-certificate", "issue-document: birth-certificat", "There is no document 'birth-certificat'")]
    public void It_is_said_once(string file, string right, string wrong, string says)
    {
        var findings = Check(file, right, wrong);

        Assert.True(findings.Count == 1, string.Join('\n', findings));
        Assert.Contains(says, findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_no_section_defines_is_found()
    {
        var text = File.ReadAllText(Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter", Residence));

        Assert.Contains("this service has no section 'documents'", Assert.Single(Check(Residence, text[text.IndexOf("\ndocuments:", StringComparison.Ordinal)..], "\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_are_demanded_in_a_language_that_the_system_cannot_write()
    {
        Assert.Contains(Check("pack.yaml", "languages: [en]", "languages: [en, kjg]"), f => f.Contains(": The system cannot write dates in 'kjg': write locales/kjg/formats.yaml with name, months,", StringComparison.Ordinal));

        Directory.CreateDirectory(folder["starter/locales/kjg"]);
        File.WriteAllText(folder["starter/locales/kjg/formats.yaml"], "name: Kmhmu\ndate: d MMMM yyyy\n");
        Assert.Contains(Findings(), f => f.Contains("kjg/formats.yaml:1: The system cannot write dates in 'kjg': write also months, days,", StringComparison.Ordinal));
    }

    private List<string> Check(string file, string right, string wrong)
    {
        var starter = Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter");
        foreach (var path in Directory.GetFiles(starter, "*", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(starter, p)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[$"starter/{path}"])!);
            File.Copy(Path.Combine(starter, path), folder[$"starter/{path}"], overwrite: true);
        }

        var text = File.ReadAllText(folder[$"starter/{file}"]);
        Assert.Equal(2, text.Split(right).Length);
        File.WriteAllText(folder[$"starter/{file}"], text.Replace(right, wrong, StringComparison.Ordinal));
        return Findings();
    }

    // Without the line of counts.
    private List<string> Findings()
    {
        using var output = new StringWriter();
        PackCheck.Run(folder["starter"], production: false, new InvocationConfiguration { Output = output });
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[..^1]];
    }
}
