using Platform.Core.Texts;
using Platform.Core.Texts.Po;
using Platform.Testing;

namespace Platform.Core.Tests.Texts;

public sealed class TextScannerTests
{
    [Theory]
    [InlineData("<h1>@T[\"Start now\"]</h1>", null, "Start now", null)]
    [InlineData("<a title=\"@T[\"Go to {0}\", name]\">", null, "Go to {0}", null)]
    [InlineData("var x = T[\n    \"Say \\\"yes\\\"\\nor \\u00e9\"];", null, "Say \"yes\"\nor é", null)]
    [InlineData("T.Plural(cases.Count(), \"{0} case\", \"{0} cases\")", null, "{0} case", "{0} cases")]
    [InlineData("T.Context(\"month\", \"May\")", "month", "May", null)]
    [InlineData("texts.Context(Language, \"money\", \"{0} {1}\", a, b)", "money", "{0} {1}", null)]
    [InlineData("texts.Get(Language, \"{0} kB\", 1)", null, "{0} kB", null)]
    [InlineData("texts.Plural(Language, n, \"{0} day\", \"{0} days\")", null, "{0} day", "{0} days")]
    [InlineData("module.Menu(MenuPlaces.Desk, \"My cases\", \"/desk\")", null, "My cases", null)]
    [InlineData("string Title => t[\"Sent\"];", null, "Sent", null)]
    [InlineData("Refuse(Texts[\"No\"])", null, "No", null)]
    [InlineData("throw new RuleException(\"Not now.\", name);", null, "Not now.", null)]
    [InlineData("new CaseEventText(Kinds.Paid, \"It was paid.\")", null, "It was paid.", null)]
    public void A_use_of_a_text_is_found(string source, string? context, string id, string? plural)
    {
        var entry = Assert.Single(TextScanner.Find(source, "a.cs"));

        Assert.Equal((context, id, plural), (entry.Context, entry.Id, entry.PluralId));
        Assert.Equal(["a.cs:1"], entry.References);
    }

    [Theory]
    [InlineData("LIST[\"x\"]")]
    [InlineData("data[\"x\"]")]
    [InlineData("T[key]")]
    [InlineData("    /// as T[\"x\"]")]
    [InlineData("T.Pluralise(\"x\")")]
    public void Other_code_is_left_alone(string source) => Assert.Empty(TextScanner.Find(source, "a.cs"));

    [Fact]
    public void A_template_has_each_text_once_with_all_its_files()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder["Pages/obj"]);
        File.WriteAllText(folder["Pages/B.cshtml"], "@T[\"Save\"]\n@T[\"Back\"]");
        File.WriteAllText(folder["Pages/A.cs"], "\nvar a = T[\"Save\"];\nvar b = T.Context(\"noun\", \"Save\");");
        File.WriteAllText(folder["Pages/obj/C.cs"], "T[\"Built\"]");
        File.WriteAllText(folder["Pages/D.txt"], "T[\"Other\"]");

        var template = TextScanner.Scan(folder["Pages"], folder.Path);

        Assert.Equal(["", "Save", "Save", "Back"], template.Entries.Select(e => e.Id));
        Assert.Equal(["Pages/A.cs", "Pages/B.cshtml"], template.Entries[1].References);
        Assert.Equal("noun", template.Entries[2].Context);
        Assert.Equal(template.ToString(), PoFile.Parse(template.ToString()).ToString());
    }

    [Fact]
    public void Cores_own_texts_are_found()
    {
        var core = TextScanner.Scan(Path.Combine(TestFolder.RepositoryRoot, "platform/Core"), TestFolder.RepositoryRoot);

        Assert.Contains(core.Entries, e => e is { Id: "{0} working day", PluralId: "{0} working days" });
        Assert.Contains(core.Entries, e => e is { Context: "list, last", Id: "{0} and {1}" });
    }
}
