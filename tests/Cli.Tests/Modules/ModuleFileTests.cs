using System.CommandLine;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Cli.Tests.Conformance;
using Platform.Core.Modules.External;
using Platform.Testing;
using PlatformTexts = Platform.Core.Texts.Texts;

namespace Platform.Cli.Tests.Modules;

/// <summary>Modules as files: looked at without running them, and brought into a host from verified bytes.</summary>
public sealed class ModuleFileTests : IDisposable
{
    private const string Name = "Platform.Modules.Sample.dll";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_it_brings_is_told_without_running_it()
    {
        using var output = new StringWriter();
        var code = EgovCommand.Create().Parse(["module", "show", ConformanceTests.Sample]).Invoke(new InvocationConfiguration { Output = output });

        Assert.Equal(0, code);
        Assert.All(
            ["sample 0.1.0", "sample_entry", "sample_number", "sample.view", "sample.end", "/{lang}/desk/sample", "POST /{number}/end", "Platform.Modules.Cases", "runs with full trust"],
            told => Assert.Contains(told, output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_listed_module_of_the_verified_set_runs_from_its_bytes()
    {
        var loaded = ModuleLoader.Load([Name], [File(ConformanceTests.Sample)]);
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, Path.Combine(TestFolder.RepositoryRoot, "templates/module/Sample.Tests/sample-register"), loaded);
        using var client = await platform.ClientAsync(await platform.OfficialAsync("official", "office"));

        Assert.Empty(loaded[0].GetType().Assembly.Location);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/desk/sample")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/sample")).StatusCode);
    }

    [Fact]
    public async Task Texts_that_it_carries_are_found()
    {
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, "starter", ModuleLoader.Load(["Acme.Careless.dll"], [File(ConformanceTests.Careless)]));

        Assert.Equal("ບໍ່ລະວັງ", platform.Services.GetRequiredService<PlatformTexts>().Get("lo", "Careless"));
    }

    [Fact]
    public void What_is_not_listed_is_not_loaded() => Assert.Empty(ModuleLoader.Load([], [File(ConformanceTests.Sample)]));

    [Theory]
    [InlineData("Other.dll", "which is not in the verified release; it holds Platform.Modules.Sample.dll")]
    [InlineData("../" + Name, "which is not in the verified release")]
    public void What_is_listed_must_be_verified(string listed, string advice) =>
        Assert.Contains(advice, Assert.Throws<ModuleException>(() => ModuleLoader.Load([listed], [File(ConformanceTests.Sample)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_a_release_nothing_is_verified() =>
        Assert.Contains("--release", Assert.Throws<ModuleException>(() => ModuleLoader.Load([Name], [])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_is_named_as_what_it_holds()
    {
        var file = File(ConformanceTests.Sample) with { Name = "Nice.dll" };

        Assert.Contains("holds the assembly Platform.Modules.Sample", Assert.Throws<ModuleException>(() => ModuleLoader.Load(["Nice.dll"], [file])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_assembly_is_refused() =>
        Assert.Contains("no assembly", Assert.Throws<ModuleException>(() => ModuleLoader.Load([Name], [new(Name, "MZ, or not"u8.ToArray())])).Message, StringComparison.Ordinal);

    private static ModuleFile File(string path) => new(Path.GetFileName(path), System.IO.File.ReadAllBytes(path));
}
