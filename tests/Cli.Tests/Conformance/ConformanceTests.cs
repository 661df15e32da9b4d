using System.CommandLine;
using System.Text;
using Platform.Testing;

namespace Platform.Cli.Tests.Conformance;

/// <summary>The template keeps the contract; a module with a fault of every kind breaks every check.</summary>
public sealed class ConformanceTests
{
    internal static readonly string Sample = Path.Combine(TestFolder.RepositoryRoot, "templates/module/Sample/bin/Debug/net10.0/Platform.Modules.Sample.dll");
    internal static readonly string Careless = Path.Combine(TestFolder.RepositoryRoot, "tests/Careless/bin/Debug/net10.0/Acme.Careless.dll");

    /// <summary>Each check and a sentence of what it must find.</summary>
    private static readonly Dictionary<string, string[]> Faults = new()
    {
        ["names"] = ["the table notes does not begin with careless_", "the job cases.SilentJob does not begin with careless."],
        ["description"] = ["the permission careless.hidden cannot be seen without running it", "the call GET /api/v1/careless/any cannot be seen"],
        ["dependences"] = ["it uses Platform.Modules.Cases and does not name it in DependsOn", "it uses System.DateTime.get_UtcNow"],
        ["sql"] = ["names the table cases_case, which is not its own", "ilike is PostgreSQL's alone"],
        ["migrations"] = ["SQLite: the table careless_second is made in a way that cannot be seen beforehand", "SQLite: the table careless_first is not there afterwards"],
        ["export"] = ["the table careless_first is in no export"],
        ["addresses"] = ["the page /careless does not begin with /{lang}/"],
        ["access"] = ["GET /api/v1/careless/silent does not say who may call it", "GET /careless does not say who may call it"],
        ["reading"] = ["GET /careless changed careless_visit"],
        ["forgery"] = ["POST /api/v1/careless/change answered 204"],
        ["pages"] = ["/careless has 2 headings", "/careless holds a script of its own", "/careless holds a style of its own", "/careless loads https://tracker.example/pixel.png", "cannot be sent without a script"],
        ["texts"] = ["/careless says \"Hello there\"", "/careless says \"In one language only\""],
        ["switched off"] = ["the job cases.SilentJob ran"],
    };

    [Fact]
    public async Task The_template_keeps_the_whole_contract()
    {
        var (code, said) = await JudgeAsync(Sample);

        Assert.True(code == 0, said);
        Assert.Contains($"is compatible with Platform 0.1.0: {Faults.Count} of {Faults.Count} checks hold.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Platform.Modules.Webhooks.dll")]
    [InlineData("Platform.Modules.Statistics.dll")]
    public async Task Modules_of_this_build_keep_it(string file)
    {
        var (code, said) = await JudgeAsync(Path.Combine(AppContext.BaseDirectory, file));

        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task Every_check_finds_its_fault()
    {
        var (code, said) = await JudgeAsync(Careless);

        Assert.Equal(1, code);
        Assert.Contains($"is not compatible: 0 of {Faults.Count} checks hold.", said, StringComparison.Ordinal);
        Assert.All(Faults, check => Assert.Matches($"FAIL  {check.Key} ", said));
        Assert.All(Faults.Values.SelectMany(f => f), fault => Assert.Contains(fault, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_PostgreSQL_both_must_make_the_same()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PLATFORM_TEST_POSTGRES") is null, "PLATFORM_TEST_POSTGRES names no PostgreSQL server");

        var (_, said) = await JudgeAsync(Careless, "--database", Environment.GetEnvironmentVariable("PLATFORM_TEST_POSTGRES")!);

        Assert.Contains("only SQLite has careless_visit.only_here", said, StringComparison.Ordinal);
        Assert.Contains("only PostgreSQL has careless_visit.only_there", said, StringComparison.Ordinal);
        Assert.Contains("PostgreSQL: the table careless_first is not there afterwards", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_module_is_refused_in_a_sentence()
    {
        var (code, said) = await JudgeAsync(typeof(ConformanceTests).Assembly.Location);

        Assert.Equal(1, code);
        Assert.Contains("There is no module in it", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_with_the_name_of_one_that_is_there_is_refused_in_a_sentence()
    {
        using var folder = new TestFolder();
        var namesake = folder["Acme.Careless.dll"];
        var written = Encoding.Unicode.GetBytes("careless");
        var content = await File.ReadAllBytesAsync(Careless, TestContext.Current.CancellationToken);
        for (var at = content.AsSpan().IndexOf(written); at >= 0; at = content.AsSpan().IndexOf(written))
        {
            Encoding.Unicode.GetBytes("webhooks").CopyTo(content, at);
        }

        await File.WriteAllBytesAsync(namesake, content, TestContext.Current.CancellationToken);

        Assert.Equal((1, "The platform has a module 'webhooks' already, Platform.Modules.Webhooks, and names are prefixes of tables and addresses: give this one another name, or take that one out of platform/Host/Modules.cs.\n"), await JudgeAsync(namesake));
    }

    private static async Task<(int Code, string Said)> JudgeAsync(string module, params string[] more)
    {
        using var output = new StringWriter();
        var code = await EgovCommand.Create().Parse(["conformance", module, .. more]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false });
        TestContext.Current.TestOutputHelper?.WriteLine(output.ToString());
        return (code, output.ToString());
    }
}
