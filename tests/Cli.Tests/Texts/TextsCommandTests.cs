using System.CommandLine;
using Platform.Cli.Texts;
using Platform.Core.Texts;
using Platform.Core.Texts.Po;
using Platform.Testing;

namespace Platform.Cli.Tests.Texts;

public sealed class TextsCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Extract_writes_a_template_for_each_project_that_has_texts()
    {
        Write("platform/Core/A.cs", "texts.Get(Language, \"{0} kB\")");
        Write("platform/Modules/Cases/Pages/B.cshtml", "@T[\"Start now\"]");
        Write("platform/Host/C.cs", "nothing");

        var (code, output, _) = await RunAsync("extract", "--root", folder.Path);

        Assert.Equal(0, code);
        Assert.Equal(["locales/core.pot: 1 text", "locales/cases.pot: 1 text"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Equal("platform/Modules/Cases/Pages/B.cshtml", PoFile.Load(folder["locales/cases.pot"]).Entries[1].References[0]);
        Assert.False(File.Exists(folder["locales/host.pot"]));
    }

    [Fact]
    public async Task Status_counts_what_is_translated()
    {
        Write("lo.po", "msgid \"a\"\nmsgstr \"b\"\n\n#, fuzzy\nmsgid \"c\"\nmsgstr \"d\"\n\nmsgid \"e\"\nmsgstr \"\"\n");

        Assert.Equal((0, "1 translated, 1 fuzzy, 1 untranslated", ""), await RunAsync("status", folder["lo.po"]));
    }

    [Fact]
    public async Task Status_of_a_broken_file_names_the_lines()
    {
        Write("lo.po", "msgid \"a\"\nmsgstr b\n");

        var (code, _, error) = await RunAsync("status", folder["lo.po"]);

        Assert.Equal(1, code);
        Assert.Contains("lo.po:2:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_without_a_file_measures_every_language_against_the_templates()
    {
        Write("locales/core.pot", Texts("Save", "Back", "Send", "Find"));
        Write("locales/lo/core.po", "#, fuzzy\nmsgid \"Save\"\nmsgstr \"a\"\n\nmsgid \"Back\"\nmsgstr \"b\"\n\n# reviewed: Keo 2026-05-01\nmsgid \"Send\"\nmsgstr \"c\"\n\nmsgid \"Not in the code\"\nmsgstr \"d\"\n");
        Directory.CreateDirectory(folder["locales/kjg"]);

        var (_, output, _) = await RunAsync("status", "--root", folder.Path);

        Assert.Equal(
            [
                "kjg/core: 4 texts, 0 reviewed, 0 translated, 0 drafts, 4 missing",
                "kjg: 4 texts, 0 reviewed, 0 translated, 0 drafts, 4 missing",
                "lo/core: 4 texts, 1 reviewed, 1 translated, 1 drafts, 1 missing",
                "lo: 4 texts, 1 reviewed, 1 translated, 1 drafts, 1 missing",
            ],
            output.ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task Update_begins_a_language_and_a_later_file_takes_its_plural_rule()
    {
        Write("locales/core.pot", Texts("Save"));

        Assert.Equal((0, "locales/kjg/core.po: 1 to translate", ""), await RunAsync("update", "kjg", "--root", folder.Path));
        Write("locales/kjg/core.po", File.ReadAllText(folder["locales/kjg/core.po"]).Replace("nplurals=2; plural=(n != 1)", "nplurals=1; plural=0", StringComparison.Ordinal));
        Write("locales/web.pot", Texts("Back"));
        await RunAsync("update", "kjg", "--root", folder.Path);

        var begun = PoFile.Load(folder["locales/kjg/web.po"]);
        Assert.Equal(("kjg", 1), (begun.Header["Language"], begun.Rule.Forms));
        Assert.Equal(["", "Back"], begun.Entries.Select(e => e.Id));
    }

    [Fact]
    public async Task Update_of_what_is_no_language_says_so()
    {
        Write("locales/core.pot", Texts("Save"));

        var (code, _, error) = await RunAsync("update", "../lo", "--root", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("'../lo' is not a language tag", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_of_a_pack_begins_its_file_and_leaves_nothing_for_check_to_miss()
    {
        folder.TakePack("starter");
        Write("starter/locales/kjg.po", "msgid \"\"\nmsgstr \"Language: kjg\\n\"\n\nmsgctxt \"service/complaint#title\"\nmsgid \"Gone\"\nmsgstr \"x\"\n\nmsgid \"Reason\"\nmsgstr \"y\"\n");

        var (code, output, _) = await RunAsync("update", "kjg", "--pack", folder["starter"]);

        var begun = PoFile.Load(folder["starter/locales/kjg.po"]).Entries;
        Assert.Equal(0, code);
        Assert.StartsWith($"starter/locales/kjg.po: {begun.Count(e => e is { Obsolete: false, State: TextState.Missing })} to translate", output, StringComparison.Ordinal);
        Assert.Contains(begun, e => e is { Context: "role/registrar#title", IsEmpty: true });
        Assert.Contains(begun, e => e is { Context: null, Id: "The reason: {0}", IsEmpty: true });
        Assert.Equal(("y", false), begun.Where(e => e.Id == "Reason").Select(e => (e.Strings[0], e.Obsolete)).Single());
        Assert.True(begun.Single(e => e.Id == "Gone").Obsolete);
    }

    [Fact]
    public async Task Update_begins_a_new_text_with_a_similar_one_which_nobody_sees_before_it_is_corrected()
    {
        Write("locales/core.pot", Texts("Approve the application"));
        Write("locales/mn/core.po", Texts("Reject the application").Replace("msgstr \"\"\n", "msgstr \"Хүсэлтээс татгалзах\"\n", StringComparison.Ordinal).Replace("msgid \"\"\nmsgstr \"Хүсэлтээс татгалзах\"", "msgid \"\"\nmsgstr \"Language: mn\\n\"", StringComparison.Ordinal));

        var (_, output, _) = await RunAsync("update", "mn", "--root", folder.Path);

        var begun = PoFile.Load(folder["locales/mn/core.po"]);
        Assert.Equal("locales/mn/core.po: 1 to translate, 1 of them begun with the wording of a similar text: correct it and take its lines '#|' away", output);
        Assert.Equal(("Хүсэлтээс татгалзах", "Reject the application", TextState.Missing), (begun.Entries[1].Strings[0], begun.Entries[1].Previous?.Id, begun.Entries[1].State));
        Assert.Empty(begun.Translations);
        await RunAsync("update", "mn", "--root", folder.Path, "--no-fuzzy-matching");
    }

    [Fact]
    public async Task Check_prints_each_mistake_with_its_place_and_fails()
    {
        Write("locales/mn/core.po", "msgid \"Pay {0}\"\nmsgstr \"Төлөх\"\n");

        var (code, output, _) = await RunAsync("check", "--root", folder.Path);

        Assert.Equal((1, true, true), (code, output.StartsWith("locales/mn/core.po:1: The translation of 'Pay {0}' has lost {0}", StringComparison.Ordinal), output.EndsWith("1 problem, 0 warnings", StringComparison.Ordinal)));
        Assert.Equal(1, (await RunAsync("check", folder["locales/mn/core.po"])).Code);
        Assert.Equal(1, (await RunAsync("check", "kjg", "--root", folder.Path)).Code);
    }

    [Fact]
    public async Task One_language_is_counted_alone_and_what_is_neither_language_nor_file_is_told()
    {
        Write("locales/core.pot", Texts("Save"));
        Write("locales/lo/core.po", Texts("Save"));
        Write("locales/mn/core.po", Texts("Save"));

        Assert.Equal((0, "mn/core: 1 text, 0 reviewed, 0 translated, 0 drafts, 1 missing\nmn: 1 text, 0 reviewed, 0 translated, 0 drafts, 1 missing", ""), await RunAsync("status", "mn", "--root", folder.Path));
        Assert.Equal("There are no texts in 'kjg' yet: 'egov texts update kjg' begins them.", (await RunAsync("status", "kjg", "--root", folder.Path)).Error);
        Assert.Equal("There is no file nowhere.po, and it is no language tag: write one as lo, mn-Mong or kjg.", (await RunAsync("check", "nowhere.po", "--root", folder.Path)).Error);
    }

    [Fact]
    public async Task The_gate_names_each_public_text_without_a_wording_and_counts_the_reviewed_ones()
    {
        folder.TakePack("starter");
        Write("starter/pack.yaml", File.ReadAllText(folder["starter/pack.yaml"]).Replace("languages: [en]", "languages: [en, mn]", StringComparison.Ordinal));
        Write("locales/core.pot", "msgid \"\"\nmsgstr \"\"\n\n#: platform/Core/A.cs\nmsgid \"Open\"\nmsgstr \"\"\n\n#: platform/Core/A.cs\nmsgid \"Read\"\nmsgstr \"\"\n\n#: platform/Core/Pages/Desk/A.cshtml\nmsgid \"Mine\"\nmsgstr \"\"\n");
        Write("locales/mn/core.po", "# reviewed: Oyuun 2026-01-31\nmsgid \"Read\"\nmsgstr \"Унших\"\n");

        var (code, output, _) = await RunAsync("gate", folder["starter"], "--root", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("platform/Core/A.cs: 'Open' has no wording in 'mn'.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("'Mine'", output, StringComparison.Ordinal);
        Assert.Contains(" public texts, 1 reviewed, 0 translated, 0 drafts, ", output, StringComparison.Ordinal);
        Assert.EndsWith("take the language out of pack.yaml.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_comes_back_as_it_was()
    {
        var written = PoFile.Parse("# warm\nmsgid \"\"\nmsgstr \"Language: mn\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n#. button\n#: a.cs\n#, fuzzy, csharp-format\nmsgctxt \"x\"\nmsgid \"{0} day\"\nmsgid_plural \"{0} days\"\nmsgstr[0] \"{0} өдөр\"\nmsgstr[1] \"{0} өдөр\"\n\n#~ msgid \"old\"\n#~ msgstr \"хуучин\"\n").ToString();
        Write("locales/core.pot", Texts("Save"));
        Write("locales/mn/core.po", written);
        foreach (var (target, back) in new[] { ("mn.xlf", "mn.xlf"), ("out", "out/core.po") })
        {
            Assert.Equal((0, $"{folder[target]}: 1 text of 1 file", ""), await RunAsync("export", "mn", "--root", folder.Path, "--output", folder[target]));
            File.Delete(folder["locales/mn/core.po"]);
            Assert.Equal(0, (await RunAsync("import", folder[back], "--root", folder.Path)).Code);
            Assert.Equal(written, File.ReadAllText(folder["locales/mn/core.po"]));
        }
    }

    [Fact]
    public async Task Import_takes_wordings_over_and_names_what_is_there_no_more()
    {
        Write("locales/core.pot", Texts("Save"));
        Write("locales/mn/core.po", "msgid \"\"\nmsgstr \"Language: mn\\n\"\n\n#. button\nmsgid \"Save\"\nmsgstr \"\"\n\nmsgid \"Back\"\nmsgstr \"Буцах\"\n");
        Write("core.po", "msgid \"\"\nmsgstr \"Language: mn\\n\"\n\nmsgid \"Save\"\nmsgstr \"Хадгалах\"\n\nmsgid \"Gone\"\nmsgstr \"Байхгүй\"\n");

        var (code, output, _) = await RunAsync("import", folder["core.po"], "--root", folder.Path);

        Assert.Equal(0, code);
        Assert.EndsWith("there is no such text any more: Gone", output, StringComparison.Ordinal);
        Assert.Equal(["", "Хадгалах", "Буцах"], PoFile.Load(folder["locales/mn/core.po"]).Entries.Select(e => e.IsHeader ? "" : e.Strings[0]));
        Write("etc.po", File.ReadAllText(folder["core.po"]));
        Assert.Contains("The platform has no texts called 'etc'", (await RunAsync("import", folder["etc.po"], "--root", folder.Path)).Error, StringComparison.Ordinal);
    }

    private static string Texts(params string[] ids) => "msgid \"\"\nmsgstr \"\"\n" + string.Concat(ids.Select(id => $"\nmsgid \"{id}\"\nmsgstr \"\"\n"));

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        File.WriteAllText(folder[file], text);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var code = await TextsCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }
}
