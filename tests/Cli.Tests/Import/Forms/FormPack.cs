using NodaTime;
using Platform.Cli.Packs;
using Platform.Core.Feel;
using Platform.Modules.Cases.Form;
using Platform.Testing;

namespace Platform.Cli.Tests.Import.Forms;

/// <summary>A pack on top of the starter's, into which forms are imported and read as the platform reads them.</summary>
internal sealed class FormPack : IDisposable
{
    private static readonly FeelMoment Today = new(Instant.FromUtc(2026, 3, 2, 9, 0), DateTimeZone.Utc);

    private readonly TestFolder folder = new();
    private FormSection? form;

    /// <param name="languages">After English.</param>
    public FormPack(params string[] languages)
    {
        folder.TakePack("starter");
        Directory.CreateDirectory(folder["here/services"]);
        File.WriteAllText(folder["here/pack.yaml"], $"""
            name: here
            extends: starter
            version: 1.0.0
            languages: [{string.Join(", ", languages.Prepend("en"))}]
            source-language: en
            brand: {"{name: Here}"}

            """);
    }

    public string this[string file] => folder[file];

    public static string Sample(string name) => Path.Combine(TestFolder.RepositoryRoot, "tests/Cli.Tests/Import/Forms/samples", name);

    /// <summary>What was said, line by line.</summary>
    public IReadOnlyList<string> Import(string file, string id, params string[] more)
    {
        var (code, output, error) = Egov.Run(["import", "form", file, "--out", folder[$"here/services/{id}.yaml"], .. more]);
        Assert.Equal((0, ""), (code, error));
        return output.TrimEnd().Split('\n');
    }

    /// <summary>The form as the platform has it; the pack must be without a problem.</summary>
    public FormSection Form(string id)
    {
        var result = PackCheck.Load(folder["here"], production: false);
        Assert.Empty(result.Problems.Where(p => p.Source.Layer == "here").Select(p => $"{p.File}:{p.Line}: {p.Message}"));
        return form = result.Pack!.Services.Find(id)!.Section<FormSection>()!;
    }

    public Core.Packs.Pack Pack() => PackCheck.Load(folder["here"], production: false).Pack!;

    public FormQuestion Question(string id) => All(form!.Questions).Single(q => q.Id == id);

    /// <summary>True where a question is asked of somebody with these answers.</summary>
    public bool Asks(string question, params (string Id, object? Value)[] answers) => Question(question).When?.IsTrue(Values(answers), Today) ?? true;

    public bool AsksPage(string page, params (string Id, object? Value)[] answers) => form!.Page(page)!.When?.IsTrue(Values(answers), Today) ?? true;

    /// <summary>True where an answer is taken.</summary>
    public bool Takes(string question, object? answer, params (string Id, object? Value)[] others) => Question(question).Must?.IsTrue(Values([.. others, (question, answer)]), Today) ?? true;

    public object? Value(string question, params (string Id, object? Value)[] answers) => Question(question).Value!.Value(Values(answers), Today);

    public void Dispose() => folder.Dispose();

    private static IEnumerable<FormQuestion> All(IEnumerable<FormQuestion> questions) => questions.SelectMany(q => All(q.Items).Prepend(q));

    private static Dictionary<string, object?> Values((string Id, object? Value)[] answers) => answers.ToDictionary(a => a.Id, a => a.Value);
}
