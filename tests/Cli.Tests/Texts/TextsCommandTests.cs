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
