using System.CommandLine;
using Platform.Cli.Texts;
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
        Assert.Equal(["locales/core.pot: 1 texts", "locales/cases.pot: 1 texts"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
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
        Assert.Equal((0, $"starter/locales/kjg.po: {begun.Count(e => e.IsEmpty)} to translate"), (code, output));
        Assert.Contains(begun, e => e is { Context: "role/registrar#title", IsEmpty: true });
        Assert.Contains(begun, e => e is { Context: null, Id: "The reason: {0}", IsEmpty: true });
        Assert.Equal(("y", false), begun.Where(e => e.Id == "Reason").Select(e => (e.Strings[0], e.Obsolete)).Single());
        Assert.True(begun.Single(e => e.Id == "Gone").Obsolete);
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
